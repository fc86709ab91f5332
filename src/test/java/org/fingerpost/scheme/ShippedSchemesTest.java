package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedSchemesTest {

  private static final Schemes SCHEMES = Schemes.shipped();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Ofcom sets these numbers aside for drama, so nobody answers them. */
  private static final String DRAMA_NUMBER = "01632 960\\d{3}|07700 900\\d{3}|020 7946 0\\d{3}|029 2018 0\\d{3}";

  static Stream<Scheme> schemes() {
    return SCHEMES.all().stream();
  }

  @Test
  void five_schemes_are_shipped() {
    assertThat(schemes().map(Scheme::id))
        .containsExactly("arts-on-prescription", "east-lancashire", "gloucestershire", "north-staffordshire", "wales");
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void every_text_exists_in_both_languages(Scheme scheme) {
    Listing listing = SCHEMES.listing(scheme.id());
    Stream<LocalisedText> texts =
        Stream.of(
                Stream.of(scheme.name(), scheme.workerTitle(), scheme.whoFor(), scheme.contact()),
                scheme.areas().stream().map(Area::name),
                scheme.sources().stream().map(Source::label),
                scheme.wording().values().stream(),
                listing.activities().stream().map(Listing.Activity::name))
            .flatMap(text -> text);
    assertThat(texts).allSatisfy(text -> assertThat(List.of(text.en(), text.cy())).noneMatch(String::isBlank));
    // Names of places may be alike; what a scheme says in its own words must not be.
    assertThat(Stream.of(scheme.name(), scheme.workerTitle(), scheme.whoFor(), scheme.contact()))
        .noneMatch(text -> text.en().equals(text.cy()));
    assertThat(listing.activities()).extracting(Listing.Activity::name).noneMatch(name -> name.en().equals(name.cy()));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void every_need_has_an_activity(Scheme scheme) {
    Set<String> met =
        SCHEMES.listing(scheme.id()).activities().stream()
            .flatMap(activity -> activity.needs().stream())
            .collect(Collectors.toSet());
    assertThat(met).containsExactlyInAnyOrderElementsOf(Codes.needs());
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void there_are_at_least_eight_activities_and_some_in_every_area(Scheme scheme) {
    List<Listing.Activity> activities = SCHEMES.listing(scheme.id()).activities();
    assertThat(activities).hasSizeGreaterThanOrEqualTo(8);
    for (Area area : scheme.areas()) {
      if (!area.grouping()) {
        assertThat(activities)
            .as(area.code())
            .filteredOn(activity -> activity.areas().contains(area.code()))
            .hasSizeGreaterThanOrEqualTo(3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void every_activity_has_somebody_in_the_scheme_old_enough_for_it(Scheme scheme) {
    assertThat(SCHEMES.listing(scheme.id()).activities())
        .allSatisfy(
            activity -> {
              int youngest = scheme.minimumAge() == null ? 0 : scheme.minimumAge();
              int oldest = scheme.maximumAge() == null ? 120 : scheme.maximumAge();
              assertThat(activity.maximumAge() == null || activity.maximumAge() >= youngest).isTrue();
              assertThat(activity.minimumAge() == null || activity.minimumAge() <= oldest).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void nobody_real_can_be_reached_by_mistake(Scheme scheme) {
    assertThat(SCHEMES.listing(scheme.id()).organisations())
        .allSatisfy(
            organisation -> {
              assertThat(organisation.email()).matches("[a-z-]+@example\\.org");
              assertThat(organisation.phone()).matches(DRAMA_NUMBER);
            });
    assertThat(scheme.contact().en()).containsPattern(DRAMA_NUMBER).contains("@example.org");
    assertThat(scheme.contact().cy()).containsPattern(DRAMA_NUMBER).contains("@example.org");
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void organisations_of_the_demo_are_marked_as_invented_and_groups_without_a_constitution_take_part(Scheme scheme) {
    List<Listing.Organisation> organisations = SCHEMES.listing(scheme.id()).organisations();
    assertThat(organisations).extracting(Listing.Organisation::invented).contains(true, false);
    assertThat(organisations).extracting(Listing.Organisation::legalForm).contains(LegalForm.UNCONSTITUTED_GROUP);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void people_general_practice_and_the_voluntary_sector_can_refer(Scheme scheme) {
    assertThat(List.of("SELF", "GENERAL_PRACTICE", "VCSE")).allMatch(source -> scheme.sourceLive(source, TODAY));
    assertThat(scheme.sources()).extracting(Source::code).containsAll(Codes.sources());
  }

  @Test
  void organisations_that_the_schemes_named_themselves_are_listed_as_real() {
    Set<String> real =
        schemes()
            .flatMap(scheme -> SCHEMES.listing(scheme.id()).organisations().stream())
            .filter(organisation -> !organisation.invented())
            .map(Listing.Organisation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(real)
        .contains(
            "Gloucestershire VCS Alliance",
            "Cinderford Artspace",
            "Art Shape",
            "The Music Works",
            "VAST",
            "Age UK",
            "Staffordshire Housing Association",
            "Middleport Matters",
            "Lancashire Women");
  }

  @Test
  void community_hospitals_are_configured_in_gloucestershire_but_cannot_refer_yet() {
    Scheme scheme = SCHEMES.get("gloucestershire");
    assertThat(scheme.source("COMMUNITY_HOSPITAL")).isPresent();
    assertThat(scheme.sourceLive("COMMUNITY_HOSPITAL", LocalDate.of(2099, 1, 1))).isFalse();
    assertThat(scheme.sourcesLive(TODAY)).extracting(Source::code).containsExactlyElementsOf(Codes.sources());
  }

  @Test
  void a_source_counts_from_the_day_it_goes_live_and_an_unknown_one_never() {
    Scheme scheme = SCHEMES.get("north-staffordshire");
    assertThat(scheme.sourceLive("SELF", LocalDate.of(2019, 3, 31))).isFalse();
    assertThat(scheme.sourceLive("SELF", LocalDate.of(2019, 4, 1))).isTrue();
    assertThat(scheme.sourceLive("CARRIER_PIGEON", TODAY)).isFalse();
  }

  @Test
  void young_people_in_gloucestershire_are_handed_to_arts_on_prescription() {
    assertThat(SCHEMES.get("gloucestershire").minimumAge()).isEqualTo(18);
    assertThat(SCHEMES.get("gloucestershire").youngPeoplesScheme()).isEqualTo("arts-on-prescription");
    assertThat(SCHEMES.get("gloucestershire").kiteMarkAsked()).isTrue();
    Scheme arts = SCHEMES.get("arts-on-prescription");
    assertThat(arts.minimumAge()).isEqualTo(8);
    assertThat(arts.maximumAge()).isEqualTo(25);
    assertThat(arts.requiredNeed()).isEqualTo("LONG_TERM_CONDITION");
  }

  @Test
  void gloucestershire_began_with_frequent_attenders_and_is_now_for_anyone_likely_to_benefit() {
    Scheme county = SCHEMES.get("gloucestershire");
    assertThat(county.criteriaOn(LocalDate.of(2014, 1, 1))).as("before it began").isEqualTo(Criteria.Breadth.NARROW);
    assertThat(county.criteriaOn(LocalDate.of(2016, 3, 31))).isEqualTo(Criteria.Breadth.NARROW);
    assertThat(county.criteriaOn(LocalDate.of(2016, 4, 1))).isEqualTo(Criteria.Breadth.WIDE);
    assertThat(SCHEMES.all()).allMatch(scheme -> scheme.criteriaOn(TODAY) == Criteria.Breadth.WIDE);
  }

  @Test
  void a_scheme_welcomes_people_of_its_ages_from_its_live_areas() {
    Scheme arts = SCHEMES.get("arts-on-prescription");
    assertThat(arts.welcomes("GL1 1AA", 14, TODAY)).isTrue();
    assertThat(arts.welcomes("GL1 1AA", 7, TODAY)).isFalse();
    assertThat(arts.welcomes("GL1 1AA", 26, TODAY)).isFalse();
    assertThat(arts.welcomes("CF10 1AA", 14, TODAY)).isFalse();
    assertThat(SCHEMES.get("north-staffordshire").welcomes("ST2 0AA", 40, TODAY)).as("Bentilee is not live").isFalse();
  }

  @Test
  void wales_speaks_welsh_first() {
    assertThat(SCHEMES.get("wales").defaultLanguage()).isEqualTo(Language.CY);
    assertThat(SCHEMES.get("wales").areas()).hasSize(7);
    assertThat(SCHEMES.get("gloucestershire").defaultLanguage()).isEqualTo(Language.EN);
  }

  @Test
  void an_activity_for_a_larger_area_is_open_to_every_neighbourhood_in_it() {
    assertThat(SCHEMES.listing("north-staffordshire").activities())
        .filteredOn(activity -> activity.activityId().equals("clay-and-crafts"))
        .singleElement()
        .satisfies(
            activity ->
                assertThat(activity.areas())
                    .containsExactly("MEIR", "MIDDLEPORT", "LONGTON", "BURSLEM_COBRIDGE", "SHELTON", "BENTILEE"));
  }

  @Test
  void an_unknown_scheme_is_a_mistake_of_the_caller() {
    assertThat(SCHEMES.find("atlantis")).isEmpty();
    assertThat(SCHEMES.find(null)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCHEMES.get("atlantis"))
        .withMessageContaining("gloucestershire");
  }
}
