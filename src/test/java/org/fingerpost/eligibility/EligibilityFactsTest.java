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

  private String source = "GENERAL_PRACTICE";
  private String area = "GLOUCESTER";
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
            new EligibilityFacts(false, false, true, true, true, false, true, false, false, false, true));
  }

  @Test
  void each_fact_comes_from_its_own_answer() {
    risks = List.of("IMMEDIATE_RISK", "MH_UNSTABLE");
    needs = List.of("NATURE");
    source = "COMMUNITY_HOSPITAL";
    area = null;
    informationOnly = true;
    statutoryOnly = true;

    assertThat(EligibilityFacts.of(referral(), person(), scheme, RECEIVED, true, false))
        .isEqualTo(
            new EligibilityFacts(true, true, false, false, false, false, true, true, true, true, false));
  }

  @Test
  void age_counts_on_the_day_of_receipt() {
    born = RECEIVED.minusYears(18);
    assertThat(facts().belowMinimumAge()).isFalse();
    born = RECEIVED.minusYears(18).plusDays(1);
    assertThat(facts().belowMinimumAge()).isTrue();
  }

  @Test
  void a_scheme_without_a_minimum_age_turns_nobody_away_for_being_young() {
    var g = GLOUCESTERSHIRE;
    scheme =
        new Scheme(
            g.id(), g.name(), g.workerTitle(), g.whoFor(), g.contact(), g.defaultLanguage(), null, null, null, null,
            g.kiteMarkAsked(), g.calendar(), g.areas(), g.sources(), g.wording());
    born = RECEIVED.minusYears(3);
    assertThat(facts().belowMinimumAge()).isFalse();
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

  private EligibilityFacts facts() {
    return EligibilityFacts.of(referral(), person(), scheme, RECEIVED, false, true);
  }

  private PersonDetails person() {
    return new PersonDetails(
        UUID.randomUUID(), "gloucestershire", "Zebedee", "Quillfeather", born, null, "GL1 1AA", "01632 960222", null,
        Language.EN, null, null, null);
  }

  private ReferralSummary referral() {
    return new ReferralSummary(
        "FP-TEST-0001", "gloucestershire", UUID.randomUUID(), Instant.parse("2026-06-01T09:00:00Z"), source,
        ReferrerKind.PROFESSIONAL, "Wynne Okafor", null, null, null, null, Language.EN, needs, null, null, risks, null,
        area, Stage.RECEIVED, null, null, null, null, null, informationOnly, statutoryOnly, null,
        List.of(), List.of(), null, false, null, null, false);
  }
}
