package org.fingerpost.conversation;

import java.util.List;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.PersonDetails;

/** The parts of the day in which a person may be contacted. A call at the wrong time can put somebody in danger. */
final class SafeTimes {

  /** When link workers work, for people for whom any time is safe. */
  private static final List<PartOfDay> WORKING_HOURS = List.of(PartOfDay.MORNING, PartOfDay.AFTERNOON);

  private SafeTimes() {}

  /** When to get in touch, in the order of the day; never empty. */
  static List<PartOfDay> of(PersonDetails person) {
    return person.safeTimes().isEmpty() ? WORKING_HOURS : person.safeTimes();
  }

  /**
   * Whether getting in touch in that part of the day needs no explaining.
   *
   * @param wished the part of the day that the person asked for themself, or {@code null}
   */
  static boolean include(PersonDetails person, PartOfDay wished, PartOfDay when) {
    return person.safeTimes().isEmpty() || person.safeTimes().contains(when) || when == wished;
  }
}
