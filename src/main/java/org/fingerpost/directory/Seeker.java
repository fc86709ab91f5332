package org.fingerpost.directory;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.Interest;

/**
 * Whom an activity is looked for, as codes: what is asked for and not who asks.
 *
 * @param needs codes; none means any activity
 * @param areaCode where the person lives, or {@code null} if not known
 * @param district first half of the postcode, or {@code null}
 * @param age in whole years
 * @param languages ISO 639 codes of languages besides English that the person would rather speak; usually none
 * @param access what the person needs to take part
 * @param weekdays days on which the person can go; empty for any
 * @param interests what the person likes and wants; empty if not known
 */
public record Seeker(
    List<String> needs,
    String areaCode,
    String district,
    int age,
    List<String> languages,
    List<AccessNeed> access,
    List<DayOfWeek> weekdays,
    List<Interest> interests) {

  public Seeker {
    needs = needs.stream().distinct().toList();
    languages = List.copyOf(languages);
    access = List.copyOf(access);
    weekdays = List.copyOf(weekdays);
    interests = List.copyOf(interests);
  }

  /** Somebody of whom only the referral is known. */
  public static Seeker of(Collection<String> needs, String areaCode, int age) {
    return new Seeker(List.copyOf(needs), areaCode, null, age, List.of(), List.of(), List.of(), List.of());
  }
}
