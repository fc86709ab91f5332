package org.fingerpost.kitemark;

/** What an organisation may have to do to keep its mark, besides {@link MarkAction}. Words: {@code kitemark.condition.<CODE>}. */
public enum UpkeepCondition {
  /** Its insurance has run out. */
  INSURANCE_RUN_OUT,
  /** Checks of the Disclosure and Barring Service have run out. */
  DBS_RUN_OUT,
  /** Safeguarding training has run out. */
  TRAINING_RUN_OUT,
  /** Something that a visit found. */
  AFTER_VISIT,
  /** Something that came up with the yearly check. */
  AFTER_CHECK
}
