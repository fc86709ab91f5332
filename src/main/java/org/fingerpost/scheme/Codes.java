package org.fingerpost.scheme;

import java.util.List;

/**
 * The closed lists that every scheme shares. Their words are in the bundles {@code messages/scheme_{en,cy}} as {@code
 * need.<CODE>}, {@code risk.<CODE>} and {@code source.<CODE>}.
 */
public final class Codes {

  /** The risk that says there is none; recorded alone. The national standard makes an answer about risks mandatory. */
  public static final String NONE_KNOWN = "NONE_KNOWN";

  private static final List<String> NEEDS =
      List.of(
          "LONELINESS",
          "MENTAL_WELLBEING",
          "MONEY",
          "LONG_TERM_CONDITION",
          "PHYSICAL_ACTIVITY",
          "HOUSING",
          "CARING",
          "BEREAVEMENT",
          "WORK_VOLUNTEERING",
          "FOOD_FUEL",
          "ARTS_CULTURE",
          "NATURE",
          "OTHER");

  private static final List<String> RISKS =
      List.of(
          NONE_KNOWN,
          "IMMEDIATE_RISK",
          "SELF_HARM_HISTORY",
          "MH_UNSTABLE",
          "DOMESTIC_ABUSE",
          "AGGRESSION",
          "HOME_VISIT",
          "FALLS",
          "SAFEGUARDING_OPEN",
          "OTHER");

  private static final List<String> SOURCES =
      List.of(
          "GENERAL_PRACTICE",
          "PHARMACY",
          "MULTI_DISCIPLINARY_TEAM",
          "HOSPITAL_DISCHARGE",
          "ALLIED_HEALTH",
          "FIRE_SERVICE",
          "POLICE",
          "JOB_CENTRE",
          "SOCIAL_CARE",
          "HOUSING",
          "VCSE",
          "SELF");

  private Codes() {}

  /** What a referral may be about, in the order forms show them. */
  public static List<String> needs() {
    return NEEDS;
  }

  /** What a link worker must know before meeting somebody, in the order forms show them. */
  public static List<String> risks() {
    return RISKS;
  }

  /** The twelve kinds of referral source; {@code SELF} covers family as well. A scheme may have its own besides. */
  public static List<String> sources() {
    return SOURCES;
  }
}
