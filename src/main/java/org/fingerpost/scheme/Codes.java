package org.fingerpost.scheme;

import java.util.List;

/**
 * The closed lists that every scheme shares. Their words are in the bundles {@code messages/scheme_{en,cy}} as {@code
 * need.<CODE>}, {@code risk.<CODE>}, {@code group.<CODE>}, {@code circumstance.<CODE>} and {@code source.<CODE>}.
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

  private static final List<String> GROUPS =
      List.of("FREQUENT_ATTENDER", "LONG_TERM_CONDITION", "MENTAL_HEALTH", "LONELY", "COMPLEX_SOCIAL_NEED");

  private static final List<String> CIRCUMSTANCES =
      List.of("HOSPITAL_DISCHARGE", "BEREAVEMENT", "HOMELESS", "CARER_BREAKDOWN");

  private Codes() {}

  /** What a referral may be about, in the order forms show them. */
  public static List<String> needs() {
    return NEEDS;
  }

  /** What a link worker must know before meeting somebody, in the order forms show them. */
  public static List<String> risks() {
    return RISKS;
  }

  /**
   * The groups of people that social prescribing is meant for, in the order forms show them: the four that NHS England names, and the
   * people often at the surgery with whom it began in Gloucestershire.
   */
  public static List<String> groups() {
    return GROUPS;
  }

  /** What makes a referral urgent, in the order forms show them. */
  public static List<String> circumstances() {
    return CIRCUMSTANCES;
  }

  /** The twelve kinds of referral source; {@code SELF} covers family as well. A scheme may have its own besides. */
  public static List<String> sources() {
    return SOURCES;
  }
}
