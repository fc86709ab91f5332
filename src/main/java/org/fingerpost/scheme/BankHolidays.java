package org.fingerpost.scheme;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Bank holidays with their substitute days, as Jollyday knows them from gov.uk. Kept by year, because asking is slow.
 */
final class BankHolidays {

  static final String NONE = "none";

  /** Jollyday's subdivision by the calendar's name; England and Wales are always alike. */
  private static final Map<String, String> SUBDIVISIONS = new LinkedHashMap<>();

  static {
    SUBDIVISIONS.put("england-and-wales", "eng");
    SUBDIVISIONS.put("scotland", "sct");
    SUBDIVISIONS.put("northern-ireland", "nir");
    SUBDIVISIONS.put(NONE, null);
  }

  static final Set<String> CALENDARS = SUBDIVISIONS.keySet();

  private final HolidayManager manager =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
  private final Map<CalendarYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

  private record CalendarYear(String calendar, int year) {}

  boolean includes(String calendar, LocalDate day) {
    return !calendar.equals(NONE)
        && known.computeIfAbsent(new CalendarYear(calendar, day.getYear()), this::ask).contains(day);
  }

  private Set<LocalDate> ask(CalendarYear key) {
    return manager.getHolidays(Year.of(key.year()), SUBDIVISIONS.get(key.calendar())).stream()
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
