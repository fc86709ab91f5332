package org.fingerpost.scheme;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The organisations and activities of a scheme folder. The directory is seeded from it; look things up there.
 *
 * @param neighbours codes of the areas next to an area, by its code
 */
public record Listing(
    List<Organisation> organisations, List<Activity> activities, Map<String, Set<String>> neighbours) {

  public Listing {
    organisations = List.copyOf(organisations);
    activities = List.copyOf(activities);
    neighbours = Map.copyOf(neighbours);
  }

  /** Of a scheme that does not say which areas lie next to each other. */
  public Listing(List<Organisation> organisations, List<Activity> activities) {
    this(organisations, activities, Map.of());
  }

  /**
   * @param email where introductions are offered, or {@code null}
   * @param phone or {@code null}
   * @param invented whether it exists only in Fingerpost's demo data
   */
  public record Organisation(
      String organisationId, String name, String email, String phone, LegalForm legalForm, boolean invented) {}

  /**
   * @param areas codes of areas that have postcodes; larger areas and "everywhere" are already resolved
   * @param minimumAge in whole years, or {@code null}
   * @param maximumAge in whole years, inclusive, or {@code null}
   * @param weekdays empty when the day is agreed with the person
   * @param places how many people can be taken on; {@code null} means no limit
   */
  public record Activity(
      String activityId,
      String organisationId,
      LocalisedText name,
      List<String> needs,
      List<String> areas,
      Integer minimumAge,
      Integer maximumAge,
      ActivityFormat format,
      List<DayOfWeek> weekdays,
      Integer places,
      ActivityTraits traits) {

    public Activity {
      needs = List.copyOf(needs);
      areas = List.copyOf(areas);
      weekdays = List.copyOf(weekdays);
    }
  }
}
