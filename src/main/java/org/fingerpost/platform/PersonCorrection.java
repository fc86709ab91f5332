package org.fingerpost.platform;

import java.util.List;
import java.util.UUID;

/** Puts right who somebody is and how they are reached. The caller records who did it, and why. */
public interface PersonCorrection {

  /** What can be put right, in the order of the page. */
  enum Field {
    GIVEN_NAME,
    FAMILY_NAME,
    DATE_OF_BIRTH,
    NHS_NUMBER,
    POSTCODE,
    PHONE,
    EMAIL,
    INTERPRETER,
    COMMUNICATION_NEEDS,
    SAFE_TIME_TO_CALL,
    SEX,
    ETHNIC_CATEGORY
  }

  /**
   * Keeps the new value in place of the old one.
   *
   * @param value as it was typed; {@code null} or blank takes the value away where that is allowed. A date is written {@code 2026-01-31}
   * @return what it was, or {@code null}
   * @throws InvalidInput on field {@code value} if the new value cannot be right
   * @throws java.util.NoSuchElementException if there is no such record
   */
  String correct(UUID personId, Field field, String value);

  /** The codes that a field takes, in the order of a form; empty if it takes words. */
  List<String> codes(Field field);
}
