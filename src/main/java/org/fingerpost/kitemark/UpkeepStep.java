package org.fingerpost.kitemark;

/** What is done next about a mark: in this order, if several are due. */
public enum UpkeepStep {
  EXPIRE,
  SUSPEND,
  MAKE_CONDITIONAL,
  NOTICE,
  INVITE_RENEWAL,
  ASK_ASSESSOR,
  VISIT,
  NOTHING
}
