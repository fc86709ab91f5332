package org.fingerpost.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.scheme.Scheme;

/**
 * What the table {@code referral-route} is told: flags, and nothing that says who somebody is. Kept with each decision, so that an
 * auditor can ask the same version of the table the same question again.
 *
 * @param immediateRisk a risk to the person or somebody else that cannot wait
 * @param openCase somebody who looks like the same person has another open referral in the scheme
 * @param sourceLive the scheme accepted this source on the day of receipt
 * @param areaLive the person lives in an area that was live on the day of receipt
 * @param consentToRefer the person agreed to be referred
 * @param belowMinimumAge younger than the scheme's minimum age on the day of receipt
 * @param youngPeoplesRoute the scheme knows one that takes young people
 * @param mentalHealthUnstable a mental illness that is not stable
 * @param statutoryRequestOnly only a letter, a statutory assessment or an immigration matter is asked for
 * @param informationOnly confident, and wants to know what there is
 * @param inNationalGroup has a need of the groups that NHS England names for social prescribing
 */
record EligibilityFacts(
    boolean immediateRisk,
    boolean openCase,
    boolean sourceLive,
    boolean areaLive,
    boolean consentToRefer,
    boolean belowMinimumAge,
    boolean youngPeoplesRoute,
    boolean mentalHealthUnstable,
    boolean statutoryRequestOnly,
    boolean informationOnly,
    boolean inNationalGroup) {

  /**
   * Long-term conditions, support with mental wellbeing, loneliness, and the social needs that are called complex. Source: NHS
   * England, social prescribing; domain research 4.3 row 10.
   */
  private static final Set<String> NATIONAL_GROUPS =
      Set.of("LONG_TERM_CONDITION", "MENTAL_WELLBEING", "LONELINESS", "MONEY", "HOUSING", "CARING", "FOOD_FUEL");

  /**
   * @param receivedOn the day in Europe/London on which the referral was received
   */
  static EligibilityFacts of(
      ReferralSummary referral,
      PersonDetails person,
      Scheme scheme,
      LocalDate receivedOn,
      boolean openCase,
      boolean consentToRefer) {
    List<String> risks = referral.risks();
    Integer minimumAge = scheme.minimumAge();
    return new EligibilityFacts(
        risks.contains("IMMEDIATE_RISK"),
        openCase,
        scheme.sourceLive(referral.sourceCode(), receivedOn),
        referral.areaCode() != null,
        consentToRefer,
        minimumAge != null && person.ageOn(receivedOn) < minimumAge,
        scheme.youngPeoplesScheme() != null,
        risks.contains("MH_UNSTABLE"),
        referral.statutoryRequestOnly(),
        referral.wantsInformationOnly(),
        referral.needs().stream().anyMatch(NATIONAL_GROUPS::contains));
  }

  /** The facts by the names of the table's inputs. */
  Map<String, Object> asInputs() {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("immediateRisk", immediateRisk);
    inputs.put("openCase", openCase);
    inputs.put("sourceLive", sourceLive);
    inputs.put("areaLive", areaLive);
    inputs.put("consentToRefer", consentToRefer);
    inputs.put("belowMinimumAge", belowMinimumAge);
    inputs.put("youngPeoplesRoute", youngPeoplesRoute);
    inputs.put("mentalHealthUnstable", mentalHealthUnstable);
    inputs.put("statutoryRequestOnly", statutoryRequestOnly);
    inputs.put("informationOnly", informationOnly);
    inputs.put("inNationalGroup", inNationalGroup);
    return inputs;
  }
}
