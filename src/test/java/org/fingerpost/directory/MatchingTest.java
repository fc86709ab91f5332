package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.directory.MatchReason.AGE;
import static org.fingerpost.directory.MatchReason.AREA;
import static org.fingerpost.directory.MatchReason.NEED;
import static org.fingerpost.directory.MatchReason.PLACES;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LocalisedText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingTest {

  private static final ActivityOffer CHOIR =
      offer("choir", "Choir", "ARTS_CULTURE LONELINESS", "NORTH", null, null, 12);
  private static final ActivityOffer WALK = offer("walk", "Walk", "NATURE LONELINESS", "NORTH SOUTH", 18, null, null);
  private static final ActivityOffer POTTERY = offer("pottery", "Pottery", "ARTS_CULTURE", "SOUTH", 8, 25, 4);
  private static final ActivityOffer LUNCH = offer("lunch", "Lunch", "LONELINESS", "NORTH", 18, null, 0);
  private static final List<ActivityOffer> ALL = List.of(LUNCH, POTTERY, WALK, CHOIR);

  @Test
  void nearby_comes_first_then_more_of_the_needs_then_places() {
    assertThat(Matching.rank(ALL, List.of("LONELINESS", "ARTS_CULTURE"), "NORTH", 20))
        .extracting(match -> match.activity().activityId())
        .containsExactly("choir", "walk", "lunch", "pottery");
  }

  @Test
  void each_match_says_why() {
    List<ActivityMatch> matches = Matching.rank(ALL, List.of("ARTS_CULTURE", "LONELINESS"), "NORTH", 20);
    assertThat(matches)
        .extracting(ActivityMatch::reasons)
        .containsExactly(
            List.of(NEED, AREA, PLACES),
            List.of(NEED, AREA, AGE, PLACES),
            List.of(NEED, AREA, AGE),
            List.of(NEED, AGE, PLACES));
    assertThat(matches.get(0).metNeeds()).containsExactly("ARTS_CULTURE", "LONELINESS");
  }

  @Test
  void an_activity_for_other_ages_is_left_out() {
    assertThat(Matching.rank(ALL, List.of("ARTS_CULTURE"), "SOUTH", 26))
        .extracting(ActivityMatch::activity)
        .containsExactly(CHOIR);
    assertThat(Matching.rank(ALL, List.of("ARTS_CULTURE"), "SOUTH", 25))
        .extracting(ActivityMatch::activity)
        .containsExactly(POTTERY, CHOIR);
    assertThat(Matching.rank(ALL, List.of("NATURE"), "SOUTH", 17)).isEmpty();
  }

  @Test
  void an_activity_that_meets_no_need_is_left_out_unless_none_was_named() {
    assertThat(Matching.rank(ALL, List.of("MONEY"), "NORTH", 40)).isEmpty();
    assertThat(Matching.rank(ALL, List.of(), "NORTH", 40))
        .hasSize(3)
        .noneMatch(match -> match.reasons().contains(NEED));
  }

  @Test
  void without_an_area_everything_counts_as_elsewhere() {
    assertThat(Matching.rank(ALL, List.of("LONELINESS"), null, 40))
        .hasSize(3)
        .noneMatch(match -> match.reasons().contains(AREA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_reason_has_words(String language) throws IOException {
    Properties words = new Properties();
    String file = "/messages/directory_" + language + ".properties";
    words.load(new InputStreamReader(MatchingTest.class.getResourceAsStream(file), StandardCharsets.UTF_8));
    assertThat(words.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MatchReason.values()).map(reason -> "match-reason." + reason).toList());
  }

  private static ActivityOffer offer(
      String id, String name, String needs, String areas, Integer minAge, Integer maxAge, Integer places) {
    return new ActivityOffer(
        id,
        "wales",
        "organisation",
        "Organisation",
        null,
        null,
        new LocalisedText(name, name),
        List.of(needs.split(" ")),
        List.of(areas.split(" ")),
        minAge,
        maxAge,
        ActivityFormat.GROUP,
        List.of(),
        places);
  }
}
