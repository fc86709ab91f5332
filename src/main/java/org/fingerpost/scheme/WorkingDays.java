package org.fingerpost.scheme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts days on which a scheme works: not Saturdays, Sundays, its bank holidays (with their substitute days) or its
 * own closed days. Every date is a day in Europe/London.
 */
@Component
public class WorkingDays {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Schemes schemes;
  private final BankHolidays bankHolidays = new BankHolidays();

  public WorkingDays(Schemes schemes) {
    this.schemes = schemes;
  }

  /**
   * The day that is so many working days after another.
   *
   * @param from the day counting starts on; it is not counted itself
   * @param workingDays 0 or more; 0 is {@code from} itself or, if nobody works then, the next working day
   */
  public LocalDate plus(Scheme scheme, LocalDate from, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("workingDays must not be negative: " + workingDays);
    }
    LocalDate day = from;
    for (int left = workingDays; left > 0; left--) {
      day = workingDayFrom(scheme, day.plusDays(1));
    }
    return workingDayFrom(scheme, day);
  }

  /** As {@link #plus(Scheme, LocalDate, int)}, by the scheme's id. */
  public LocalDate plus(String schemeId, LocalDate from, int workingDays) {
    return plus(schemes.get(schemeId), from, workingDays);
  }

  /** How many working days lie after {@code from}, up to and including {@code to}; 0 if that is not later. */
  public int between(Scheme scheme, LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1)).filter(day -> worksOn(scheme, day)).count();
  }

  public boolean worksOn(Scheme scheme, LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek())
        && !scheme.calendar().closedDays().contains(day)
        && !bankHolidays.includes(scheme.calendar().bankHolidays(), day);
  }

  /** 09:00 in Europe/London on that day: when timers fire and tasks fall due. */
  public Instant at(String schemeId, LocalDate day) {
    schemes.get(schemeId); // opening hours are the same everywhere today, but a scheme that does not exist is a mistake
    return day.atTime(OPENING).atZone(LONDON).toInstant();
  }

  private LocalDate workingDayFrom(Scheme scheme, LocalDate day) {
    LocalDate candidate = day;
    while (!worksOn(scheme, candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }
}
