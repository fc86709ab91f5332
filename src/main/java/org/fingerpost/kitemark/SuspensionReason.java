package org.fingerpost.kitemark;

import java.util.List;
import java.util.stream.Stream;

/** Why a mark is suspended. Words: {@code kitemark.suspension.<CODE>}. */
public enum SuspensionReason {
  INSURANCE_RUN_OUT,
  DBS_RUN_OUT,
  TRAINING_RUN_OUT,
  CONDITION_OVERDUE,
  CHECK_OVERDUE,
  EXPIRED,
  COMPLAINT,
  SAFEGUARDING,
  VISIT,
  NOT_AS_STATED,
  OTHER;

  /** The reason with this code; {@link #OTHER} for one that is not known here. */
  static SuspensionReason of(String code) {
    return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst().orElse(OTHER);
  }

  /** What an assessor can raise: all but what a date alone says. */
  public static List<SuspensionReason> raisedByPeople() {
    return Stream.of(values()).filter(reason -> reason != EXPIRED).toList();
  }
}
