package org.fingerpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.directory.MatchReason.ACCESS;
import static org.fingerpost.directory.MatchReason.ACCESS_PARTLY;
import static org.fingerpost.directory.MatchReason.AGE;
import static org.fingerpost.directory.MatchReason.AREA;
import static org.fingerpost.directory.MatchReason.DAYS;
import static org.fingerpost.directory.MatchReason.DISTRICT;
import static org.fingerpost.directory.MatchReason.KITE_MARK;
import static org.fingerpost.directory.MatchReason.KITE_MARK_SMALL_GROUP;
import static org.fingerpost.directory.MatchReason.LANGUAGE;
import static org.fingerpost.directory.MatchReason.LIKES;
import static org.fingerpost.directory.MatchReason.NEED;
import static org.fingerpost.directory.MatchReason.NEIGHBOUR;
import static org.fingerpost.directory.MatchReason.NO_WAIT;
import static org.fingerpost.directory.MatchReason.PLACES;
import static org.fingerpost.directory.MatchReason.SHORT_WAIT;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.decisions.Table;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityDetails;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.ActivityTraits;
import org.fingerpost.scheme.Interest;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LocalisedText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts, reasons and order of what is put forward, with the project's own table of points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingTest {

  private static final Table TABLE = Table.of("activity-match");

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private static final ActivityOffer CHOIR =
      offer("choir", "Choir", "ARTS_CULTURE LONELINESS", "NORTH", null, null, 12);
  private static final ActivityOffer WALK = offer("walk", "Walk", "NATURE LONELINESS", "NORTH SOUTH", 18, null, null);
  private static final ActivityOffer POTTERY = offer("pottery", "Pottery", "ARTS_CULTURE", "SOUTH", 8, 25, 4);
  private static final ActivityOffer LUNCH = offer("lunch", "Lunch", "LONELINESS", "NORTH", 18, null, 0);
  private static final List<ActivityOffer> ALL = List.of(LUNCH, POTTERY, WALK, CHOIR);

  @Test
  void nearby_comes_first_then_more_of_the_needs_then_places() {
    assertThat(rank(ALL, someone("LONELINESS ARTS_CULTURE", "NORTH", 20)))
        .extracting(match -> match.activity().activityId())
        .containsExactly("choir", "walk", "lunch", "pottery");
  }

  @Test
  void each_match_says_why() {
    List<ActivityMatch> matches = rank(ALL, someone("ARTS_CULTURE LONELINESS", "NORTH", 20));
    assertThat(matches)
        .extracting(ActivityMatch::reasons)
        .containsExactly(
            List.of(NEED, AREA, PLACES, NO_WAIT),
            List.of(NEED, AREA, AGE, PLACES, NO_WAIT),
            List.of(NEED, AREA, AGE, NO_WAIT),
            List.of(NEED, AGE, PLACES, NO_WAIT));
    assertThat(matches.get(0).metNeeds()).containsExactly("ARTS_CULTURE", "LONELINESS");
  }

  @Test
  void an_activity_for_other_ages_says_so_comes_last_and_cannot_be_chosen() {
    var matches = rank(ALL, someone("ARTS_CULTURE", "SOUTH", 26));
    assertThat(matches).extracting(ActivityMatch::activity).containsExactly(CHOIR, POTTERY);
    assertThat(matches.get(1).cautions()).containsExactly(MatchCaution.AGE);
    assertThat(matches.get(1).choosable()).isFalse();
    assertThat(matches.get(1).reasons()).doesNotContain(AGE);
    assertThat(rank(ALL, someone("ARTS_CULTURE", "SOUTH", 25))).allMatch(ActivityMatch::choosable);
  }

  @Test
  void an_activity_that_meets_no_need_is_left_out_unless_none_was_named() {
    assertThat(rank(ALL, someone("MONEY", "NORTH", 40))).isEmpty();
    assertThat(rank(ALL, Seeker.of(List.of(), "NORTH", 40)))
        .hasSize(4)
        .noneMatch(match -> match.reasons().contains(NEED));
  }

  @Test
  void without_an_area_everything_counts_as_elsewhere() {
    assertThat(rank(ALL, someone("LONELINESS", null, 40)))
        .hasSize(3)
        .noneMatch(match -> match.reasons().contains(AREA));
  }

  @Test
  void the_same_district_is_nearer_than_the_same_area_and_that_nearer_than_the_next_one() {
    var here = in("ZZ1", "here");
    var town = in("ZZ2", "town");
    var next = in("ZZ5", "next");
    var far = in("ZZ9", "far");
    var matches = rank(List.of(far, next, town, here), living("ZZ1", "NORTH"));
    assertThat(matches).extracting(m -> m.activity().activityId()).containsExactly("here", "town", "next", "far");
    assertThat(matches).extracting(m -> m.reasons().get(1)).containsExactly(DISTRICT, AREA, NEIGHBOUR, PLACES);
  }

  @Test
  void what_comes_to_the_person_is_in_their_area() {
    assertThat(only(traits(null, 0, KiteMarkLevel.NONE, true), living("ZZ1", "NORTH")).reasons()).contains(AREA);
  }

  @Test
  void access_needs_are_met_all_or_in_part() {
    var offer = traits(null, 0, KiteMarkLevel.NONE, true);
    assertThat(only(offer, needing(AccessNeed.STEP_FREE)).reasons()).contains(ACCESS);
    assertThat(only(offer, needing(AccessNeed.STEP_FREE, AccessNeed.TRANSPORT)).reasons()).contains(ACCESS_PARTLY);
    assertThat(only(offer, needing(AccessNeed.TRANSPORT)).reasons()).doesNotContain(ACCESS, ACCESS_PARTLY);
  }

  @Test
  void somebodys_own_language_speaks_for_it() {
    var offer = traits(null, 0, KiteMarkLevel.NONE, true);
    assertThat(only(offer, speaking("cy")).reasons()).contains(LANGUAGE);
    assertThat(only(offer, speaking("pl")).reasons()).doesNotContain(LANGUAGE);
  }

  @Test
  void the_persons_days_speak_for_it_and_other_days_are_said() {
    var offer = traits(null, 0, KiteMarkLevel.NONE, true);
    assertThat(only(offer, free(DayOfWeek.MONDAY)).reasons()).contains(DAYS);
    assertThat(only(offer, free(DayOfWeek.SUNDAY)).cautions()).contains(MatchCaution.OTHER_DAYS);
  }

  @Test
  void a_short_wait_is_better_than_a_long_one() {
    assertThat(only(traits(null, 3, KiteMarkLevel.NONE, true), living("ZZ1", "NORTH")).reasons()).contains(SHORT_WAIT);
    assertThat(only(traits(null, 9, KiteMarkLevel.NONE, true), living("ZZ1", "NORTH")).reasons())
        .doesNotContain(SHORT_WAIT, NO_WAIT);
  }

  @Test
  void what_is_full_can_be_waited_for_or_cannot_be_chosen() {
    assertThat(only(full(true), living("ZZ1", "NORTH")))
        .returns(true, ActivityMatch::choosable)
        .returns(List.of(MatchCaution.WAIT), ActivityMatch::cautions);
    assertThat(only(full(false), living("ZZ1", "NORTH")))
        .returns(false, ActivityMatch::choosable)
        .returns(List.of(MatchCaution.FULL), ActivityMatch::cautions);
  }

  @Test
  void where_the_kite_mark_is_asked_its_level_is_said_and_its_lack_is_a_warning() {
    var someone = living("ZZ1", "NORTH");
    assertThat(asking(traits(null, 0, KiteMarkLevel.FULL, true), someone).reasons()).contains(KITE_MARK);
    assertThat(asking(traits(null, 0, KiteMarkLevel.SMALL_GROUP, true), someone))
        .satisfies(match -> assertThat(match.reasons()).contains(KITE_MARK_SMALL_GROUP))
        .satisfies(match -> assertThat(match.cautions()).containsExactly(MatchCaution.GO_ALONG));
    assertThat(asking(traits(null, 0, KiteMarkLevel.NONE, true), someone))
        .returns(List.of(MatchCaution.NO_KITE_MARK), ActivityMatch::cautions)
        .returns(true, ActivityMatch::choosable);
    assertThat(only(traits(null, 0, KiteMarkLevel.FULL, true), someone).reasons()).doesNotContain(KITE_MARK);
  }

  @Test
  void where_the_kite_mark_is_asked_nobody_is_introduced_without_a_level_that_allows_it_and_it_says_so() {
    var someone = living("ZZ1", "NORTH");
    Map.of(
            KiteMarkLevel.SUSPENDED, MatchCaution.MARK_SUSPENDED,
            KiteMarkLevel.NOT_YET, MatchCaution.MARK_NOT_YET,
            KiteMarkLevel.SIGNPOST_ONLY, MatchCaution.SIGNPOST_ONLY)
        .forEach(
            (level, caution) -> {
              assertThat(asking(traits(null, 0, level, true), someone))
                  .as("asked for: %s", level)
                  .returns(List.of(caution), ActivityMatch::cautions)
                  .returns(false, ActivityMatch::choosable);
              assertThat(only(traits(null, 0, level, true), someone))
                  .as("not asked for: %s", level)
                  .returns(List.of(), ActivityMatch::cautions);
            });
  }

  @Test
  void only_a_small_group_asks_that_somebody_goes_along() {
    for (KiteMarkLevel level : KiteMarkLevel.values()) {
      var offer = traits(null, 0, level, true);
      assertThat(offer.accompaniedOnly(true)).as("%s", level).isEqualTo(level == KiteMarkLevel.SMALL_GROUP);
      assertThat(offer.accompaniedOnly(false)).as("%s, not asked", level).isFalse();
    }
  }

  @Test
  void what_is_closed_comes_last_and_what_is_not_listed_any_more_does_not_come() {
    assertThat(only(standing(ListingStatus.TEMPORARILY_CLOSED, null, null), living("ZZ1", "NORTH")))
        .returns(List.of(MatchCaution.CLOSED), ActivityMatch::cautions)
        .returns(false, ActivityMatch::choosable);
    assertThat(rank(List.of(standing(ListingStatus.INACTIVE, null, null)), living("ZZ1", "NORTH"))).isEmpty();
  }

  @Test
  void places_said_this_week_count_for_more_than_usual_places_and_last_weeks_for_nothing() {
    var someone = living("ZZ1", "NORTH");
    assertThat(only(standing(ListingStatus.ACTIVE, 3, TODAY.minusDays(6)), someone).reasons()).contains(MatchReason.PLACES_KNOWN);
    assertThat(only(standing(ListingStatus.ACTIVE, 3, TODAY.minusDays(7)), someone).reasons())
        .contains(PLACES)
        .doesNotContain(MatchReason.PLACES_KNOWN);
    assertThat(only(standing(ListingStatus.ACTIVE, 0, TODAY), someone).cautions()).containsExactly(MatchCaution.WAIT);
    assertThat(only(standing(ListingStatus.ACTIVE, 0, TODAY.minusDays(8)), someone).cautions()).isEmpty();
  }

  @Test
  void an_entry_that_nobody_confirmed_for_a_year_says_so() {
    var old = traits(null, 0, KiteMarkLevel.NONE, true);
    assertThat(only(confirmed(old, TODAY.minusYears(1)), living("ZZ1", "NORTH")).cautions())
        .containsExactly(MatchCaution.UNCONFIRMED);
    assertThat(only(confirmed(old, TODAY.minusYears(1).plusDays(1)), living("ZZ1", "NORTH")).cautions()).isEmpty();
  }

  @Test
  void likes_and_wants_speak_for_it() {
    var offer = traits(null, 0, KiteMarkLevel.NONE, true);
    assertThat(only(offer, liking(Interest.SINGING)).reasons()).startsWith(LIKES);
    assertThat(only(offer, liking(Interest.ANIMALS)).reasons()).doesNotContain(LIKES);
  }

  @Test
  void words_are_understood_as_tags_in_english_and_in_welsh() {
    assertThat(Interest.spokenOfIn("Walk with others once a week")).contains(Interest.WALKING);
    assertThat(Interest.spokenOfIn("Hoffwn ganu, neu arddio: canu yn bennaf")).contains(Interest.SINGING);
    assertThat(Interest.spokenOfIn("trapeze and rap")).containsExactly(Interest.CIRCUS, Interest.RAPPING);
    assertThat(Interest.spokenOfIn(null)).isEmpty();
    assertThat(AccessNeed.spokenOfIn("Uses a wheelchair, hard of hearing"))
        .containsExactly(AccessNeed.STEP_FREE, AccessNeed.HEARING_LOOP);
  }

  @Test
  void many_activities_need_few_evaluations_of_the_table() {
    var asked = new HashSet<Map<String, Object>>();
    var many =
        Stream.iterate(0, i -> i + 1).limit(400).map(i -> offer("a" + i, "A" + i, "LONELINESS", "NORTH", null, null, i % 3)).toList();
    matching(false, asked).rank(many, someone("LONELINESS", "NORTH", 40));
    assertThat(asked).as("distinct combinations of facts, which the engine remembers").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_reason_and_caution_has_words(String language) throws IOException {
    Properties words = new Properties();
    String file = "/messages/directory_" + language + ".properties";
    words.load(new InputStreamReader(MatchingTest.class.getResourceAsStream(file), StandardCharsets.UTF_8));
    assertThat(words.stringPropertyNames().stream().filter(key -> key.startsWith("match-")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(MatchReason.values()).map(reason -> "match-reason." + reason),
                    Stream.of(MatchCaution.values()).map(caution -> "match-caution." + caution))
                .toList());
  }

  private static List<ActivityMatch> rank(List<ActivityOffer> offers, Seeker seeker) {
    return matching(false, new HashSet<>()).rank(offers, seeker);
  }

  private static ActivityMatch only(ActivityOffer offer, Seeker seeker) {
    return rank(List.of(offer), seeker).get(0);
  }

  private static ActivityMatch asking(ActivityOffer offer, Seeker seeker) {
    return matching(true, new HashSet<>()).rank(List.of(offer), seeker).get(0);
  }

  private static Matching matching(boolean kiteMarkAsked, Set<Map<String, Object>> asked) {
    return new Matching(
        facts -> {
          asked.add(facts);
          return TABLE.collect(facts);
        },
        kiteMarkAsked,
        Map.of("NORTH", Set.of("MIDDLE")),
        district ->
            Optional.ofNullable(
                Map.of("ZZ1", "NORTH", "ZZ2", "NORTH", "ZZ5", "MIDDLE", "ZZ9", "SOUTH").get(district)),
        TODAY);
  }

  private static Seeker someone(String needs, String area, int age) {
    return Seeker.of(List.of(needs.split(" ")), area, age);
  }

  private static Seeker living(String district, String area) {
    return new Seeker(List.of("LONELINESS"), area, district, 40, List.of(), List.of(), List.of(), List.of());
  }

  private static Seeker needing(AccessNeed... access) {
    return new Seeker(List.of("LONELINESS"), "NORTH", null, 40, List.of(), List.of(access), List.of(), List.of());
  }

  private static Seeker speaking(String language) {
    return new Seeker(List.of("LONELINESS"), "NORTH", null, 40, List.of(language), List.of(), List.of(), List.of());
  }

  private static Seeker free(DayOfWeek day) {
    return new Seeker(List.of("LONELINESS"), "NORTH", null, 40, List.of(), List.of(), List.of(day), List.of());
  }

  private static Seeker liking(Interest interest) {
    return new Seeker(List.of("LONELINESS"), "NORTH", null, 40, List.of(), List.of(), List.of(), List.of(interest));
  }

  private static ActivityOffer in(String district, String id) {
    return with(id, 5, new ActivityTraits(ActivityKind.COMMUNITY, List.of(), List.of("en"), null, true, 0, district, KiteMarkLevel.NONE, List.of()));
  }

  private static ActivityOffer full(boolean waitingList) {
    return with("full", 0, new ActivityTraits(ActivityKind.COMMUNITY, List.of(), List.of("en"), 8, waitingList, 6, null, KiteMarkLevel.NONE, List.of()));
  }

  private static ActivityOffer traits(String district, int weeks, KiteMarkLevel level, boolean waitingList) {
    return with(
        "choir",
        5,
        new ActivityTraits(
            ActivityKind.COMMUNITY,
            List.of(AccessNeed.STEP_FREE, AccessNeed.HEARING_LOOP),
            List.of("cy", "en"),
            12,
            waitingList,
            weeks,
            district,
            level,
            List.of(Interest.SINGING)));
  }

  private static ActivityOffer with(String id, int places, ActivityTraits traits) {
    return new ActivityOffer(
        id, "wales", "organisation", "Organisation", null, null, new LocalisedText(id, id), List.of("LONELINESS"),
        List.of("NORTH"), null, null, ActivityFormat.GROUP, List.of(DayOfWeek.MONDAY), places, traits);
  }

  private static ActivityOffer standing(ListingStatus status, Integer places, LocalDate said) {
    return with(traits(null, 0, KiteMarkLevel.NONE, true), new Standing(status, places, said, TODAY, null));
  }

  private static ActivityOffer confirmed(ActivityOffer offer, LocalDate on) {
    return with(offer, new Standing(ListingStatus.ACTIVE, null, null, on, null));
  }

  private static ActivityOffer with(ActivityOffer o, Standing standing) {
    return new ActivityOffer(
        o.activityId(), o.schemeId(), o.organisationId(), o.organisationName(), null, null, o.name(), o.needs(), o.areas(),
        null, null, o.format(), o.weekdays(), o.places(), o.traits(), ActivityDetails.UNKNOWN, standing);
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
