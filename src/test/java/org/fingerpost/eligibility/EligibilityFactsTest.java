package org.fingerpost.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fingerpost.eligibility.EligibilityFacts.AgeFact;
import org.fingerpost.eligibility.EligibilityFacts.AreaFact;
import org.fingerpost.eligibility.EligibilityFacts.Group;
import org.fingerpost.eligibility.EligibilityFacts.Wish;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EligibilityFactsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 6, 1);
  private static final Scheme GLOUCESTERSHIRE = Schemes.shipped().get("gloucestershire");

  private static final List<Scheme> ALL = Schemes.shipped().all();

  private String source = "GENERAL_PRACTICE";
  private String area = "GLOUCESTER";
  private String postcode = "GL1 1AA";
  private List<String> groups = List.of();
  private List<String> needs = List.of("LONELINESS");
  private List<String> risks = List.of("NONE_KNOWN");
  private boolean informationOnly;
  private boolean statutoryOnly;
  private LocalDate born = LocalDate.of(1948, 3, 9);
  private Scheme scheme = GLOUCESTERSHIRE;

  @Test
  void an_ordinary_referral_has_nothing_against_it() {
    assertThat(facts())
        .isEqualTo(
            new EligibilityFacts(
                false, false, true, AreaFact.LIVE, true, AgeFact.TAKEN, true, false, Wish.SUPPORT, false, "WIDE",
                Group.NATIONAL));
  }

  @Test
  void each_fact_comes_from_its_own_answer() {
    risks = List.of("IMMEDIATE_RISK", "MH_UNSTABLE");
    needs = List.of("NATURE");
    source = "COMMUNITY_HOSPITAL";
    area = null;
    postcode = "CF10 1AA";
    informationOnly = true;

    assertThat(EligibilityFacts.of(referral(), person(), scheme, ALL, RECEIVED, true, false, true))
        .isEqualTo(
            new EligibilityFacts(
                true, true, false, AreaFact.ELSEWHERE, false, AgeFact.CONSENT_TO_RECORD, true, true, Wish.INFORMATION, false,
                "WIDE", Group.NONE));
    statutoryOnly = true;
    assertThat(facts().wish()).isEqualTo(Wish.LETTER);
  }

  @Test
  void an_area_that_is_not_live_yet_is_told_from_one_where_others_work() {
    scheme = Schemes.shipped().get("north-staffordshire");
    area = null;
    postcode = "ST2 0AA";
    assertThat(facts().area()).isEqualTo(AreaFact.NOT_LIVE);
    postcode = "SW1A 1AA";
    assertThat(facts().area()).isEqualTo(AreaFact.ELSEWHERE);
  }

  @Test
  void age_counts_on_the_day_of_receipt() {
    born = RECEIVED.minusYears(18);
    assertThat(facts().age()).isEqualTo(AgeFact.TAKEN);
    born = RECEIVED.minusYears(18).plusDays(1);
    assertThat(facts().age()).isEqualTo(AgeFact.TOO_YOUNG);
    scheme = Schemes.shipped().get("arts-on-prescription");
    born = RECEIVED.minusYears(26);
    assertThat(facts().age()).isEqualTo(AgeFact.TOO_OLD);
  }

  @Test
  void a_scheme_without_a_minimum_age_turns_nobody_away_for_being_young() {
    var g = GLOUCESTERSHIRE;
    scheme =
        new Scheme(
            g.id(), g.name(), g.workerTitle(), g.whoFor(), g.contact(), g.defaultLanguage(), null, null, null, null,
            g.criteria(), g.kiteMarkAsked(), g.calendar(), g.areas(), g.sources(), g.wording());
    born = RECEIVED.minusYears(3);
    assertThat(facts().age()).isEqualTo(AgeFact.TAKEN);
  }

  @Test
  void what_the_scheme_requires_may_be_named_as_a_need_or_as_a_group() {
    scheme = Schemes.shipped().get("arts-on-prescription");
    assertThat(facts().requiredNeedMissing()).isTrue();
    needs = List.of("LONG_TERM_CONDITION");
    assertThat(facts().requiredNeedMissing()).isFalse();
    needs = List.of("ARTS_CULTURE");
    groups = List.of("LONG_TERM_CONDITION");
    assertThat(facts().requiredNeedMissing()).isFalse();
  }

  @Test
  void somebody_often_at_the_surgery_is_seen_as_that_first() {
    groups = List.of("LONELY", "FREQUENT_ATTENDER");
    assertThat(facts().group()).isEqualTo(Group.FREQUENT_ATTENDER);
    groups = List.of("COMPLEX_SOCIAL_NEED");
    needs = List.of("NATURE");
    assertThat(facts().group()).isEqualTo(Group.NATIONAL);
    groups = List.of();
    assertThat(facts().group()).isEqualTo(Group.NONE);
  }

  @Test
  void age_bands_end_on_birthdays() {
    assertThat(AgeBand.of(10)).contains(AgeBand.UNDER_11);
    assertThat(AgeBand.of(11)).contains(AgeBand.AGE_11_12);
    assertThat(AgeBand.of(13)).contains(AgeBand.AGE_13_15);
    assertThat(AgeBand.of(16)).contains(AgeBand.AGE_16_17);
    assertThat(AgeBand.of(18)).isEmpty();
  }

  @Test
  void the_table_is_told_exactly_what_it_asks_for() throws Exception {
    var inputs = new ArrayList<String>();
    var expressions =
        Pattern.compile("<inputExpression[^>]*>\\s*<text>(\\w+)</text>").matcher(Files.readString(Path.of("dmn/referral-route.dmn")));
    while (expressions.find()) {
      inputs.add(expressions.group(1));
    }
    assertThat(facts().asInputs().keySet()).containsExactlyInAnyOrderElementsOf(inputs);
  }

  @Test
  void leaving_hospital_is_known_from_the_circumstances_or_from_who_refers() {
    assertThat(PriorityFacts.of(referral())).doesNotContainValue(true);
    source = "HOSPITAL_DISCHARGE";
    assertThat(PriorityFacts.of(referral())).containsEntry("hospitalDischarge", true);
  }

  private EligibilityFacts facts() {
    return EligibilityFacts.of(referral(), person(), scheme, ALL, RECEIVED, false, true, false);
  }

  private PersonDetails person() {
    return new PersonDetails(
        UUID.randomUUID(), "gloucestershire", "Zebedee", "Quillfeather", born, null, postcode, "01632 960222", null,
        Language.EN, null, null, null);
  }

  private ReferralSummary referral() {
    return new ReferralSummary(
        "FP-TEST-0001", "gloucestershire", UUID.randomUUID(), Instant.parse("2026-06-01T09:00:00Z"), source,
        ReferrerKind.PROFESSIONAL, "Wynne Okafor", null, null, null, null, Language.EN, needs, null, null, risks, null,
        area, Stage.RECEIVED, null, null, null, null, null, informationOnly, statutoryOnly, null,
        groups, List.of(), null, false, null, null, false);
  }
}
