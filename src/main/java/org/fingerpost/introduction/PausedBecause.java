package org.fingerpost.introduction;

import java.util.stream.Stream;

/** Why the kite mark of an organisation is suspended, as a link worker is told. Words: {@code introduction.paused-because.<CODE>}. */
public enum PausedBecause {
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
  static PausedBecause of(String code) {
    return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst().orElse(OTHER);
  }
}
