package org.fingerpost.scheme;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Counts days on which a scheme works: not Saturdays, Sundays, its bank holidays (with their substitute days) or its own closed
 * days. Every date is a day in Europe/London.
 */
@Component
public class WorkingDays {

  private final Schemes schemes;

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
    throw new UnsupportedOperationException();
  }

  /** As {@link #plus(Scheme, LocalDate, int)}, by the scheme's id. */
  public LocalDate plus(String schemeId, LocalDate from, int workingDays) {
    return plus(schemes.get(schemeId), from, workingDays);
  }

  public boolean worksOn(Scheme scheme, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /** 09:00 in Europe/London on that day: when timers fire and tasks fall due. */
  public Instant at(String schemeId, LocalDate day) {
    throw new UnsupportedOperationException();
  }
}
