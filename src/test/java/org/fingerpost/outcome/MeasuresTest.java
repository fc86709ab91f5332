package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.outcome.Measure.Item;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Which measures a scheme asks of whom, and the licence gate, against the real database. */
@FingerpostTest
@Transactional
class MeasuresTest {

  @Autowired Measures measures;
  @Autowired MeasureLicences licences;
  @Autowired Journeys journeys;

  @Test
  void every_scheme_asks_ONS4_and_some_ask_more() {
    assertThat(measures.askedIn("gloucestershire", 60).measures()).extracting(Measure::id).containsExactly("ons4");
    assertThat(measures.askedIn("north-staffordshire", 60).measures())
        .extracting(Measure::id)
        .containsExactly("ons4", "ucla3");
    assertThat(measures.askedIn("arts-on-prescription", 17).measures())
        .extracting(Measure::id)
        .containsExactly("ons4", "arts-on-prescription");
  }

  @Test
  void a_child_of_Arts_on_Prescription_is_asked_the_three_outcomes_but_not_about_anxiety() {
    var asked = measures.askedIn("arts-on-prescription", 12);

    assertThat(asked.measures().stream().flatMap(m -> m.items().stream()).map(Item::id))
        .containsExactly(
            "lifeSatisfaction", "worthwhile", "happyYesterday", "copingConfidence", "connection", "selfManagement");
    assertThat(asked.questions()).isEqualTo(6);
    assertThatThrownBy(() -> measures.read(asked, Map.of("anxiousYesterday", "3"))).isInstanceOf(InvalidInput.class);
  }

  @Test
  void in_a_scheme_for_adults_nobody_looks_up_an_age() {
    var asked =
        measures.askedIn(
            "gloucestershire",
            () -> {
              throw new AssertionError("The age was looked up");
            });

    assertThat(asked.questions()).isEqualTo(4);
  }

  @Test
  void a_measure_without_a_recorded_licence_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> measures.usable("swemwbs", "wales", Language.EN))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .returns("outcome.measure.licence-needed", InvalidInput.Problem::messageKey));
  }

  @Test
  void a_licence_is_held_by_one_scheme_until_its_last_day() {
    assertThat(licences.holds("swemwbs", "wales")).isFalse();

    licences.record("swemwbs", "wales", "Invented licence 12", null, "ada");
    assertThat(licences.holds("swemwbs", "wales")).isTrue();
    assertThat(licences.holds("swemwbs", "gloucestershire")).isFalse();

    licences.record("swemwbs", "wales", "Invented licence 12", java.time.LocalDate.of(2001, 1, 1), "ada");
    assertThat(licences.holds("swemwbs", "wales")).isFalse();
    assertThatThrownBy(() -> licences.record("swemwbs", "wales", " ", null, "ada")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_licence_alone_is_not_enough_while_the_words_are_not_here() {
    licences.record("swemwbs", "wales", "Invented licence 12", null, "ada");

    assertThatThrownBy(() -> measures.usable("swemwbs", "wales", Language.EN)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void answers_on_every_occasion_are_kept_measure_by_measure_and_read_again() {
    var referral = journeys.receives(Journeys.someoneCalled("Quillfeather-Measured").to("north-staffordshire").livingAt("ST6 1AA"));
    var asked = measures.askedIn("north-staffordshire", 60);

    measures.record(
        referral,
        Occasion.BASELINE,
        asked,
        Map.of("worthwhile", "4", "lackCompanionship", "3", "leftOut", "3", "isolated", "2"),
        "dev");
    measures.record(referral, Occasion.REVIEW_12, asked, Map.of("worthwhile", "6"), "dev");

    var answered = measures.of(referral);
    assertThat(answered).containsOnlyKeys(Occasion.BASELINE, Occasion.REVIEW_12);
    assertThat(answered.get(Occasion.BASELINE)).containsOnlyKeys("ons4", "ucla3");
    assertThat(answered.get(Occasion.BASELINE).get("ucla3").totalBand()).contains("LONELY");
    assertThat(answered.get(Occasion.REVIEW_12)).containsOnlyKeys("ons4");
    assertThat(
            answered.get(Occasion.BASELINE).get("ons4").changeTo(answered.get(Occasion.REVIEW_12).get("ons4"), "worthwhile"))
        .isEqualTo(Scores.Change.BETTER);
    assertThat(measures.scores(referral, Occasion.CLOSING)).isEmpty();
  }
}
