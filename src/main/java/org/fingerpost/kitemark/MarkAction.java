package org.fingerpost.kitemark;

/** What an organisation may have to do with its mark besides showing evidence. Words: {@code kitemark.condition.<CODE>}. */
public enum MarkAction {
  /** Somebody who knows such groups visits and helps. */
  BUDDY_VISIT,
  /** The place it meets covers it: the host's insurance is shown. */
  HOST_INSURANCE,
  /** The mark is looked at again before it ends. */
  REVIEW,
  /** What led to an earlier suspension is shown to be put right. */
  AFTER_SUSPENSION
}
