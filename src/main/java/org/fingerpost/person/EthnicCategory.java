package org.fingerpost.person;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ethnic category as a person states it: the 16 codes of the NHS Data Dictionary (ETHNIC CATEGORY), and those for somebody who prefers not
 * to say and for what is not known. Grouped as the Census of 2021 groups them, so Chinese is Asian. Words: {@code
 * ethnic-category.<code>}, {@code ethnic-group.<GROUP>}.
 */
public enum EthnicCategory {
  BRITISH("A", Group.WHITE),
  IRISH("B", Group.WHITE),
  OTHER_WHITE("C", Group.WHITE),
  WHITE_AND_BLACK_CARIBBEAN("D", Group.MIXED),
  WHITE_AND_BLACK_AFRICAN("E", Group.MIXED),
  WHITE_AND_ASIAN("F", Group.MIXED),
  OTHER_MIXED("G", Group.MIXED),
  INDIAN("H", Group.ASIAN),
  PAKISTANI("J", Group.ASIAN),
  BANGLADESHI("K", Group.ASIAN),
  CHINESE("R", Group.ASIAN),
  OTHER_ASIAN("L", Group.ASIAN),
  CARIBBEAN("M", Group.BLACK),
  AFRICAN("N", Group.BLACK),
  OTHER_BLACK("P", Group.BLACK),
  ANY_OTHER("S", Group.OTHER),
  NOT_STATED("Z", null),
  NOT_KNOWN("99", null);

  /** The five groups of the Office for National Statistics. */
  public enum Group {
    ASIAN,
    BLACK,
    MIXED,
    WHITE,
    OTHER
  }

  private final String code;
  private final Group group;

  EthnicCategory(String code, Group group) {
    this.code = code;
    this.group = group;
  }

  public String code() {
    return code;
  }

  /** Empty for what was not stated or is not known. */
  public Optional<Group> group() {
    return Optional.ofNullable(group);
  }

  /** What a code stands for; empty if there is no such code. */
  public static Optional<EthnicCategory> of(String code) {
    return Arrays.stream(values()).filter(category -> category.code.equals(code)).findFirst();
  }

  /** All codes, in the order of a form. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(EthnicCategory::code).toList();
  }
}
