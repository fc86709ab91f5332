package org.fingerpost.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingDaysTest {

  private static final WorkingDays DAYS = new WorkingDays(Schemes.shipped());

  @ParameterizedTest(name = "{0} and {1} working days is {2}: {3}")
  @CsvSource({
    "2026-11-23, 5, 2026-11-30, a plain week",
    "2026-11-27, 1, 2026-11-30, over a weekend",
    "2026-11-28, 1, 2026-11-30, from a Saturday",
    "2026-11-28, 0, 2026-11-30, none from a Saturday is the Monday",
    "2026-11-27, 0, 2026-11-27, none from a working day is that day",
    "2026-12-24, 1, 2026-12-29, Boxing Day 2026 is a Saturday and its substitute the Monday",
    "2027-12-24, 1, 2027-12-29, Christmas 2027 is a weekend and both substitutes follow",
    "2027-12-31, 1, 2028-01-04, New Year 2028 is a Saturday",
    "2026-04-02, 1, 2026-04-07, Good Friday and Easter Monday 2026",
    "2027-03-25, 2, 2027-03-31, Good Friday and Easter Monday 2027",
    "2026-05-01, 1, 2026-05-05, early May",
    "2026-08-28, 1, 2026-09-01, end of August",
    "2022-05-31, 2, 2022-06-06, the spring holiday of 2022 was moved to a Thursday",
  })
  void working_days_leave_out_weekends_and_bank_holidays(LocalDate from, int days, LocalDate to, String why) {
    assertThat(DAYS.plus("wales", from, days)).as(why).isEqualTo(to);
  }

  @Test
  void a_schemes_own_closed_days_do_not_count_either() {
    Scheme scheme = scheme(new WorkingCalendar("england-and-wales", Set.of(LocalDate.of(2026, 12, 29))));
    assertThat(DAYS.plus(scheme, LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 30));
    assertThat(DAYS.worksOn(scheme, LocalDate.of(2026, 12, 29))).isFalse();
  }

  @Test
  void calendars_differ_between_nations() {
    LocalDate saintPatrick = LocalDate.of(2026, 3, 17);
    LocalDate saintAndrew = LocalDate.of(2026, 11, 30);
    assertThat(DAYS.worksOn(scheme(new WorkingCalendar("scotland", Set.of())), saintAndrew)).isFalse();
    assertThat(DAYS.worksOn(scheme(new WorkingCalendar("england-and-wales", Set.of())), saintAndrew)).isTrue();
    assertThat(DAYS.worksOn(scheme(new WorkingCalendar("northern-ireland", Set.of())), saintPatrick)).isFalse();
    assertThat(DAYS.worksOn(scheme(new WorkingCalendar("none", Set.of())), LocalDate.of(2026, 12, 25))).isTrue();
  }

  @Test
  void the_day_begins_at_nine_in_london_in_winter_and_in_summer() {
    assertThat(DAYS.at("wales", LocalDate.of(2026, 12, 1))).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(DAYS.at("wales", LocalDate.of(2026, 7, 1))).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
  }

  @Test
  void days_are_counted_forwards_only_and_for_known_schemes() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus("wales", day, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus("atlantis", day, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> DAYS.at("atlantis", day));
  }

  private static Scheme scheme(WorkingCalendar calendar) {
    LocalisedText text = new LocalisedText("Invented", "Dychmygol");
    return new Scheme(
        "invented",
        text,
        text,
        text,
        text,
        Language.EN,
        null,
        null,
        null,
        null,
        List.of(),
        false,
        calendar,
        List.of(),
        List.of(),
        Map.of());
  }
}
