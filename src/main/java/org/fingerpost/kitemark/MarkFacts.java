package org.fingerpost.kitemark;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.scheme.LegalForm;

/**
 * What an application says, as the coded facts that the tables are asked with. Nothing of who applied.
 *
 * @param hazard {@code NONE}, {@code LOW} or {@code HIGH}
 * @param small whether the applicant takes the shorter path of the questionnaire
 */
record MarkFacts(
    boolean regulatedAdvice,
    boolean vulnerableAudience,
    boolean alone,
    String hazard,
    boolean constituted,
    boolean small,
    boolean takesMoney,
    boolean venueCover,
    boolean holdsData,
    boolean smallTurnover,
    boolean existingMark,
    boolean setUpSupport) {

  /** Below this turnover, in pounds, an organisation certifies its figures itself. Source: domain research 5.2 K2, GRANT-BPR. */
  private static final BigDecimal SMALL_TURNOVER = new BigDecimal("150000");

  static MarkFacts of(Application application) {
    String mark = application.text("existingMark");
    String hazard = application.text("hazard");
    BigDecimal turnover = application.money("turnover");
    return new MarkFacts(
        application.yes("regulatedAdvice"),
        application.yes("audienceUnder18") || application.yes("audienceAdultsAtRisk"),
        application.yes("oneToOne") || application.yes("homeVisits"),
        hazard == null ? "NONE" : hazard,
        !LegalForm.UNCONSTITUTED_GROUP.name().equals(application.text("legalForm")),
        application.shorter(),
        application.yes("takesMoney"),
        application.yes("usesVenueCover"),
        application.yes("holdsData"),
        turnover == null || turnover.compareTo(SMALL_TURNOVER) < 0,
        mark != null && !mark.equals("NONE"),
        application.yes("setUpSupport"));
  }

  Map<String, Object> forRisk() {
    return facts("regulatedAdvice", regulatedAdvice, "vulnerableAudience", vulnerableAudience, "alone", alone, "hazard", hazard);
  }

  Map<String, Object> forEvidence(String risk) {
    return facts(
        "risk", risk,
        "size", size(),
        "takesMoney", takesMoney,
        "venueCover", venueCover,
        "regulatedAdvice", regulatedAdvice,
        "existingMark", existingMark);
  }

  Map<String, Object> forGoodPractice(String risk) {
    return facts(
        "risk", risk,
        "size", size(),
        "takesMoney", takesMoney,
        "holdsData", holdsData,
        "smallTurnover", smallTurnover,
        "existingMark", existingMark);
  }

  Map<String, Object> forLevel(
      String risk, boolean openConcern, boolean mandatoryMissing, boolean otherMissing, MarkBefore before) {
    return facts(
        "openConcern", openConcern,
        "constituted", constituted,
        "risk", risk,
        "mandatoryMissing", mandatoryMissing,
        "otherMissing", otherMissing,
        "setUpSupport", setUpSupport,
        "before", before.name());
  }

  private String size() {
    return small ? "SMALL" : "LARGER";
  }

  private static Map<String, Object> facts(Object... pairs) {
    var facts = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      facts.put((String) pairs[i], pairs[i + 1]);
    }
    return facts;
  }
}
