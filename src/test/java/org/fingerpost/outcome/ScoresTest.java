package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.outcome.Scores.PREFER_NOT_TO_SAY;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.outcome.Scores.Change;
import org.fingerpost.platform.InvalidInput;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoresTest {

  private static final Measure ONS4 = MeasureLibrary.shipped().current("ons4").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "lifeSatisfaction, 0, LOW",
    "lifeSatisfaction, 4, LOW",
    "lifeSatisfaction, 5, MEDIUM",
    "lifeSatisfaction, 6, MEDIUM",
    "worthwhile, 7, HIGH",
    "worthwhile, 8, HIGH",
    "happyYesterday, 9, VERY_HIGH",
    "happyYesterday, 10, VERY_HIGH",
    "anxiousYesterday, 0, VERY_LOW",
    "anxiousYesterday, 1, VERY_LOW",
    "anxiousYesterday, 2, LOW",
    "anxiousYesterday, 3, LOW",
    "anxiousYesterday, 4, MEDIUM",
    "anxiousYesterday, 5, MEDIUM",
    "anxiousYesterday, 6, HIGH",
    "anxiousYesterday, 10, HIGH"
  })
  void each_score_lies_in_the_band_that_ONS_gives_it(String item, String score, String band) {
    var scores = Scores.read(ONS4, Map.of(item, score));

    assertThat(scores.score(item)).hasValue(Integer.parseInt(score));
    assertThat(scores.band(item)).contains(band);
  }

  @Test
  void prefer_not_to_say_is_an_answer_but_neither_a_score_nor_a_zero() {
    var scores = Scores.read(ONS4, Map.of("lifeSatisfaction", PREFER_NOT_TO_SAY, "worthwhile", "6"));

    assertThat(scores.declined("lifeSatisfaction")).isTrue();
    assertThat(scores.score("lifeSatisfaction")).isEmpty();
    assertThat(scores.band("lifeSatisfaction")).isEmpty();
    assertThat(scores.scored()).isEqualTo(1);
    assertThat(scores.byItem()).containsEntry("lifeSatisfaction", PREFER_NOT_TO_SAY).containsEntry("worthwhile", 6);
  }

  @Test
  void an_item_that_was_not_asked_is_not_there_at_all() {
    var scores = Scores.read(ONS4, Map.of("worthwhile", "", "happyYesterday", "0"));

    assertThat(scores.declined("worthwhile")).isFalse();
    assertThat(scores.byItem()).containsOnlyKeys("happyYesterday");
    assertThat(Scores.read(ONS4, Map.of()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "-1", "5.5", "five", "999", "prefer_not_to_say"})
  void an_answer_off_the_scale_is_refused_by_the_name_of_its_item(String answer) {
    assertThatThrownBy(() -> Scores.read(ONS4, Map.of("happyYesterday", answer, "worthwhile", "5")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).singleElement().returns("happyYesterday", p -> p.field()));
  }

  @ParameterizedTest
  @CsvSource({
    "lifeSatisfaction, 4, 5, BETTER",
    "lifeSatisfaction, 5, 4, WORSE",
    "lifeSatisfaction, 5, 5, SAME",
    "anxiousYesterday, 7, 3, BETTER",
    "anxiousYesterday, 3, 7, WORSE",
    "anxiousYesterday, PREFER_NOT_TO_SAY, 3, NOT_MEASURED",
    "worthwhile, 4, PREFER_NOT_TO_SAY, NOT_MEASURED"
  })
  void less_anxiety_is_better_and_of_the_others_more(String item, String before, String after, Change change) {
    var baseline = Scores.read(ONS4, Map.of(item, before));
    var closing = Scores.read(ONS4, Map.of(item, after));

    assertThat(baseline.changeTo(closing, item)).isEqualTo(change);
  }

  @Test
  void what_was_kept_reads_as_it_was_answered() {
    var answered = Scores.read(ONS4, Map.of("lifeSatisfaction", "7", "worthwhile", PREFER_NOT_TO_SAY));
    var kept = Scores.kept(ONS4, answered.byItem());

    assertThat(kept.score("lifeSatisfaction")).hasValue(7);
    assertThat(kept.declined("worthwhile")).isTrue();
    assertThat(kept.score("happyYesterday")).isEmpty();
  }

  // ---- totals

  private static final Measure UCLA3 = MeasureLibrary.shipped().current("ucla3").orElseThrow();

  @Test
  void the_three_loneliness_questions_make_one_total() {
    var scores = Scores.read(UCLA3, Map.of("lackCompanionship", "3", "leftOut", "2", "isolated", "1"));

    assertThat(scores.total()).contains(BigDecimal.valueOf(6));
    assertThat(scores.totalBand()).contains("LONELY");
  }

  @Test
  void half_a_measure_has_no_total() {
    var declined = Scores.read(UCLA3, Map.of("lackCompanionship", "3", "leftOut", "2", "isolated", PREFER_NOT_TO_SAY));
    var notAsked = Scores.read(UCLA3, Map.of("lackCompanionship", "3"));

    assertThat(declined.total()).isEmpty();
    assertThat(notAsked.total()).isEmpty();
    assertThat(notAsked.totalBand()).isEmpty();
    assertThat(declined.changeTo(declined)).isEqualTo(Change.NOT_MEASURED);
  }

  @Test
  void the_four_ONS_questions_never_make_a_total() {
    var whole =
        Scores.read(ONS4, Map.of("lifeSatisfaction", "7", "worthwhile", "7", "happyYesterday", "7", "anxiousYesterday", "2"));

    assertThat(whole.total()).isEmpty();
  }

  @Test
  void less_loneliness_is_better() {
    var before = Scores.read(UCLA3, Map.of("lackCompanionship", "3", "leftOut", "3", "isolated", "3"));
    var after = Scores.read(UCLA3, Map.of("lackCompanionship", "2", "leftOut", "1", "isolated", "1"));

    assertThat(before.changeTo(after)).isEqualTo(Change.BETTER);
    assertThat(after.changeTo(before)).isEqualTo(Change.WORSE);
    assertThat(after.changeTo(after)).isEqualTo(Change.SAME);
  }

  @Test
  void a_raw_total_is_converted_where_the_measure_says_so() {
    var swemwbs = MeasureLibrary.shipped().current("swemwbs").orElseThrow();
    var answers = new HashMap<String, String>();
    for (int item = 1; item <= 7; item++) {
      answers.put("item" + item, "3");
    }

    assertThat(Scores.read(swemwbs, answers).total()).contains(new BigDecimal("19.25"));
    assertThat(Scores.read(swemwbs, answers).totalBand()).isEmpty();
  }
}
