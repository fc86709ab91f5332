package org.fingerpost.scheme;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which days a scheme does not work, besides Saturdays and Sundays.
 *
 * @param bankHolidays {@code england-and-wales}, {@code scotland}, {@code northern-ireland} or {@code none}
 * @param closedDays the scheme's own closed days
 */
public record WorkingCalendar(String bankHolidays, Set<LocalDate> closedDays) {

  public WorkingCalendar {
    closedDays = Set.copyOf(closedDays);
  }
}
