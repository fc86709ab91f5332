package org.fingerpost.scheme;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The organisations, activities and general practices of a scheme folder. The directory is seeded from it; look things up
 * there.
 *
 * @param neighbours codes of the areas next to an area, by its code
 */
public record Listing(
    List<Organisation> organisations,
    List<Activity> activities,
    List<Practice> practices,
    Map<String, Set<String>> neighbours) {

  public Listing {
    organisations = List.copyOf(organisations);
    activities = List.copyOf(activities);
    practices = List.copyOf(practices);
    neighbours = Map.copyOf(neighbours);
  }

  public Listing(List<Organisation> organisations, List<Activity> activities) {
    this(organisations, activities, List.of(), Map.of());
  }

  /**
   * A general practice that may be told how a referral ended, where the person agreed.
   *
   * @param code national code: a letter and five digits
   * @param email where it is told
   */
  public record Practice(String code, String name, String email) {}

  /**
   * @param email where introductions are offered, or {@code null}
   * @param phone or {@code null}
   * @param invented whether it exists only in Fingerpost's demo data
   */
  public record Organisation(
      String organisationId,
      String name,
      String email,
      String phone,
      LegalForm legalForm,
      boolean invented,
      OrganisationDetails details) {}

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
      ActivityTraits traits,
      ActivityDetails details) {

    public Activity {
      needs = List.copyOf(needs);
      areas = List.copyOf(areas);
      weekdays = List.copyOf(weekdays);
    }
  }
}
