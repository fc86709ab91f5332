package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What speaks for an activity, fact by fact, and what it weighs. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivityMatchTest {

  private static final Table SHARED = Table.of("activity-match");
  private static final Table ARTS = Table.of("arts-on-prescription", "activity-match");

  /** Input, its values; the first says nothing for an activity. */
  private static final Map<String, List<Object>> INPUTS =
      Map.of(
          "needsMet", List.of(0, 1, 2, 3),
          "distance", List.of("SCHEME_WIDE", "SAME_DISTRICT", "SAME_AREA", "NEIGHBOUR"),
          "forTheirAge", List.of(false, true),
          "access", List.of("NOT_ASKED", "NONE", "ALL", "SOME"),
          "language", List.of("NOT_ASKED", "NOT_SPOKEN", "SPOKEN"),
          "days", List.of("NOT_ASKED", "OTHER", "FITS"),
          "places", List.of("FULL", "WAITING_LIST", "FREE", "FREE_THIS_WEEK"),
          "waitingWeeks", List.of(20, 5, 4, 1, 0),
          "kiteMark", List.of("NOT_ASKED", "NONE", "NOT_YET", "SUSPENDED", "SIGNPOST_ONLY", "SMALL_GROUP", "CONDITIONAL", "FULL"),
          "likes", List.of("NOT_KNOWN", "OTHER", "FITS"));

  static Stream<Arguments> cases() {
    return Stream.of(
        fact("needsMet", 1, "rule_helpsWithOneNeed", "NEED", 10),
        fact("needsMet", 2, "rule_helpsWithTwoNeeds", "NEED", 20),
        fact("needsMet", 3, "rule_helpsWithMoreNeeds", "NEED", 25),
        fact("distance", "SAME_DISTRICT", "rule_takesPlaceInTheirDistrict", "DISTRICT", 50),
        fact("distance", "SAME_AREA", "rule_takesPlaceInTheirArea", "AREA", 40),
        fact("distance", "NEIGHBOUR", "rule_takesPlaceNextDoor", "NEIGHBOUR", 20),
        fact("forTheirAge", true, "rule_isForTheirAge", "AGE", 5),
        fact("access", "ALL", "rule_meetsAllAccessNeeds", "ACCESS", 30),
        fact("access", "SOME", "rule_meetsSomeAccessNeeds", "ACCESS_PARTLY", 8),
        fact("language", "SPOKEN", "rule_speaksTheirLanguage", "LANGUAGE", 25),
        fact("days", "FITS", "rule_isOnTheirDays", "DAYS", 10),
        fact("places", "FREE", "rule_hasPlaces", "PLACES", 12),
        fact("places", "FREE_THIS_WEEK", "rule_saidPlacesThisWeek", "PLACES_KNOWN", 18),
        fact("waitingWeeks", 0, "rule_startsAtOnce", "NO_WAIT", 6),
        fact("waitingWeeks", 1, "rule_startsSoon", "SHORT_WAIT", 3),
        fact("waitingWeeks", 4, "rule_startsSoon", "SHORT_WAIT", 3),
        fact("kiteMark", "FULL", "rule_hasTheKiteMark", "KITE_MARK", 12),
        fact("kiteMark", "CONDITIONAL", "rule_hasTheKiteMarkOnConditions", "KITE_MARK_CONDITIONAL", 8),
        fact("kiteMark", "SMALL_GROUP", "rule_hasTheSmallGroupMark", "KITE_MARK_SMALL_GROUP", 8),
        fact("likes", "FITS", "rule_isWhatTheyLike", "LIKES", 15));
  }

  private static Arguments fact(String input, Object value, String rule, String reason, int points) {
    return Arguments.of(input, value, rule, reason, points);
  }

  @ParameterizedTest(name = "{0} is {1} → {3}, {4} points")
  @MethodSource("cases")
  void a_fact_that_speaks_for_an_activity_adds_its_points(
      String input, Object value, String rule, String reason, int points) {
    for (Table table : List.of(SHARED, ARTS)) {
      var said = table.collect(with(input, value));
      assertThat(table.matched()).containsExactly(rule);
      assertThat(said).singleElement().satisfies(row -> assertThat(row.get("reason")).isEqualTo(reason));
    }
    assertThat(SHARED.collect(with(input, value)).get(0).get("points")).isEqualTo(points);
  }

  @Test
  void every_row_of_both_files_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(SHARED.ruleIds())).isEqualTo(new TreeSet<>(ARTS.ruleIds()));
  }

  @Test
  void each_value_of_each_fact_is_heard_once_at_most_and_nothing_is_said_for_nothing() {
    INPUTS.forEach(
        (input, values) -> {
          for (Object value : values) {
            assertThat(SHARED.collect(with(input, value))).as("%s is %s", input, value).hasSizeLessThanOrEqualTo(1);
          }
        });
    assertThat(SHARED.collect(nothing())).isEmpty();
  }

  @Test
  void facts_do_not_disturb_each_other() {
    var inputs = new ArrayList<>(INPUTS.keySet());
    for (int i = 0; i < inputs.size(); i++) {
      for (int j = i + 1; j < inputs.size(); j++) {
        for (Object one : INPUTS.get(inputs.get(i))) {
          for (Object other : INPUTS.get(inputs.get(j))) {
            var facts = with(inputs.get(i), one);
            facts.put(inputs.get(j), other);
            assertThat(points(SHARED, facts))
                .as("%s", facts)
                .isEqualTo(points(SHARED, with(inputs.get(i), one)) + points(SHARED, with(inputs.get(j), other)));
          }
        }
      }
    }
  }

  @Test
  void in_arts_on_prescription_likes_and_wants_come_first() {
    var everythingElse = nothing();
    everythingElse.putAll(Map.of("needsMet", 2, "distance", "SAME_DISTRICT", "places", "FREE", "waitingWeeks", 0));
    assertThat(points(ARTS, with("likes", "FITS"))).isGreaterThan(points(ARTS, everythingElse));
    assertThat(points(SHARED, with("likes", "FITS"))).isLessThan(points(SHARED, everythingElse));
  }

  private static int points(Table table, Map<String, Object> facts) {
    return table.collect(facts).stream().mapToInt(row -> ((Number) row.get("points")).intValue()).sum();
  }

  private static Map<String, Object> nothing() {
    var facts = new HashMap<String, Object>();
    INPUTS.forEach((input, values) -> facts.put(input, values.get(0)));
    return facts;
  }

  private static Map<String, Object> with(String input, Object value) {
    var facts = nothing();
    facts.put(input, value);
    return facts;
  }
}
