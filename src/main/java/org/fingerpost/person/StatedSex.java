package org.fingerpost.person;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sex as a person states it: PERSON STATED GENDER CODE of the NHS Data Dictionary, which the standard for social prescribing names. It has
 * no code for somebody who was asked and prefers not to say; that is {@code Z}, as in ETHNIC CATEGORY and GENDER IDENTITY CODE. Words:
 * {@code stated-sex.<code>}.
 */
public enum StatedSex {
  FEMALE("2"),
  MALE("1"),
  NEITHER("9"),
  NOT_STATED("Z"),
  NOT_KNOWN("X");

  private final String code;

  StatedSex(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** What a code stands for; empty if there is no such code. */
  public static Optional<StatedSex> of(String code) {
    return Arrays.stream(values()).filter(sex -> sex.code.equals(code)).findFirst();
  }

  /** All codes, in the order of a form. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(StatedSex::code).toList();
  }

  /** The codes that somebody can say of themself. */
  public static List<String> codesOfOneself() {
    return codes().stream().filter(code -> !code.equals(NOT_KNOWN.code)).toList();
  }
}
