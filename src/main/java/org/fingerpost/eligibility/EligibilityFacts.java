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
 * What the table {@code referral-route} is told: flags and codes, and nothing that says who somebody is. Kept with each decision, so
 * that an auditor can ask the same version of the table the same question again.
 *
 * @param immediateRisk a risk to the person or somebody else that cannot wait
 * @param openCase somebody who looks like the same person has another open referral in the scheme
 * @param sourceLive the scheme accepted this source on the day of receipt, or another scheme handed the referral over
 * @param area whether the person lives in an area that was live on the day of receipt
 * @param consentToRefer the person agreed to be referred
 * @param age the person's age on the day of receipt, as the scheme sees it
 * @param youngPeoplesRoute the scheme knows one that takes young people
 * @param mentalHealthUnstable a mental illness that is not stable
 * @param wish what is asked for
 * @param requiredNeedMissing the scheme is for people with one need, and the referral does not name it
 * @param criteria whom the scheme took on, on the day of receipt
 * @param group the group that the person belongs to; frequent attenders first, because narrow criteria ask for them
 */
record EligibilityFacts(
    boolean immediateRisk,
    boolean openCase,
    boolean sourceLive,
    AreaFact area,
    boolean consentToRefer,
    AgeFact age,
    boolean youngPeoplesRoute,
    boolean mentalHealthUnstable,
    Wish wish,
    boolean requiredNeedMissing,
    String criteria,
    Group group) {

  /** Where the person lives, seen from the scheme. */
  enum AreaFact {
    /** In an area that is live. */
    LIVE,
    /** In one of the scheme's areas that is not live yet, and no other scheme is there. */
    NOT_LIVE,
    /** Where another scheme works, or none. */
    ELSEWHERE
  }

  /** The person's age, seen from the scheme. */
  enum AgeFact {
    TAKEN,
    /** Of the scheme's age and under 18, and the consent given so far is not enough. */
    CONSENT_TO_RECORD,
    TOO_YOUNG,
    TOO_OLD
  }

  /** What is asked for. */
  enum Wish {
    SUPPORT,
    /** Confident, and wants to know what there is. */
    INFORMATION,
    /** Only a letter, a statutory assessment or an immigration matter. */
    LETTER
  }

  /** Whom social prescribing is meant for. */
  enum Group {
    FREQUENT_ATTENDER,
    NATIONAL,
    NONE
  }

  private static final String FREQUENT_ATTENDER = "FREQUENT_ATTENDER";

  /**
   * Needs that put somebody into one of the groups of NHS England even if the referrer ticked none: long-term conditions, support
   * with mental health, loneliness, and the social needs that are called complex. Source: domain research 4.3 row 10.
   */
  private static final Set<String> NEEDS_OF_NATIONAL_GROUPS =
      Set.of("LONG_TERM_CONDITION", "MENTAL_WELLBEING", "LONELINESS", "MONEY", "HOUSING", "CARING", "FOOD_FUEL");

  /**
   * @param all every scheme, to see whether another one works where the person lives
   * @param receivedOn the day in Europe/London on which the referral was received
   * @param consentToRecord whether the person's consent is to be recorded because of their age
   */
  static EligibilityFacts of(
      ReferralSummary referral,
      PersonDetails person,
      Scheme scheme,
      List<Scheme> all,
      LocalDate receivedOn,
      boolean openCase,
      boolean consentToRefer,
      boolean consentToRecord) {
    List<String> risks = referral.risks();
    return new EligibilityFacts(
        risks.contains("IMMEDIATE_RISK"),
        openCase,
        referral.transferredFrom() != null || scheme.sourceLive(referral.sourceCode(), receivedOn),
        area(referral, person, scheme, all, receivedOn),
        consentToRefer,
        age(scheme, person.ageOn(receivedOn), consentToRecord),
        scheme.youngPeoplesScheme() != null,
        risks.contains("MH_UNSTABLE"),
        referral.statutoryRequestOnly()
            ? Wish.LETTER
            : referral.wantsInformationOnly() ? Wish.INFORMATION : Wish.SUPPORT,
        requiredNeedMissing(referral, scheme),
        scheme.criteriaOn(receivedOn).name(),
        group(referral));
  }

  private static AreaFact area(
      ReferralSummary referral, PersonDetails person, Scheme scheme, List<Scheme> all, LocalDate receivedOn) {
    if (referral.areaCode() != null) {
      return AreaFact.LIVE;
    }
    int age = person.ageOn(receivedOn);
    boolean anotherScheme =
        all.stream()
            .filter(other -> !other.id().equals(scheme.id()))
            .anyMatch(other -> other.welcomes(person.postcode(), age, receivedOn));
    return !anotherScheme && scheme.areaOfEver(person.postcode()).isPresent() ? AreaFact.NOT_LIVE : AreaFact.ELSEWHERE;
  }

  private static AgeFact age(Scheme scheme, int age, boolean consentToRecord) {
    if (scheme.tooYoung(age)) {
      return AgeFact.TOO_YOUNG;
    }
    if (scheme.tooOld(age)) {
      return AgeFact.TOO_OLD;
    }
    return consentToRecord ? AgeFact.CONSENT_TO_RECORD : AgeFact.TAKEN;
  }

  private static boolean requiredNeedMissing(ReferralSummary referral, Scheme scheme) {
    String required = scheme.requiredNeed();
    return required != null && !referral.needs().contains(required) && !referral.groups().contains(required);
  }

  private static Group group(ReferralSummary referral) {
    if (referral.groups().contains(FREQUENT_ATTENDER)) {
      return Group.FREQUENT_ATTENDER;
    }
    boolean national =
        !referral.groups().isEmpty() || referral.needs().stream().anyMatch(NEEDS_OF_NATIONAL_GROUPS::contains);
    return national ? Group.NATIONAL : Group.NONE;
  }

  /** The facts by the names of the table's inputs. */
  Map<String, Object> asInputs() {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("immediateRisk", immediateRisk);
    inputs.put("openCase", openCase);
    inputs.put("sourceLive", sourceLive);
    inputs.put("area", area.name());
    inputs.put("consentToRefer", consentToRefer);
    inputs.put("age", age.name());
    inputs.put("youngPeoplesRoute", youngPeoplesRoute);
    inputs.put("mentalHealthUnstable", mentalHealthUnstable);
    inputs.put("wish", wish.name());
    inputs.put("requiredNeedMissing", requiredNeedMissing);
    inputs.put("criteria", criteria);
    inputs.put("group", group.name());
    return inputs;
  }
}
