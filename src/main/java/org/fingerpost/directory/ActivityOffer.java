package org.fingerpost.directory;

import java.time.DayOfWeek;
import java.util.List;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityTraits;
import org.fingerpost.scheme.LocalisedText;

/**
 * An activity and who offers it.
 *
 * @param organisationEmail where an introduction is offered, or {@code null}
 * @param organisationPhone or {@code null}
 * @param needs codes of the needs it helps with
 * @param areas codes of the areas it is open to
 * @param minAge in whole years, or {@code null}
 * @param maxAge in whole years, inclusive, or {@code null}
 * @param weekdays empty when the day is agreed with the person
 * @param places how many people can be taken on; {@code null} means no limit
 * @param traits what it is like
 */
public record ActivityOffer(
    String activityId,
    String schemeId,
    String organisationId,
    String organisationName,
    String organisationEmail,
    String organisationPhone,
    LocalisedText name,
    List<String> needs,
    List<String> areas,
    Integer minAge,
    Integer maxAge,
    ActivityFormat format,
    List<DayOfWeek> weekdays,
    Integer places,
    ActivityTraits traits) {

  public ActivityOffer {
    needs = List.copyOf(needs);
    areas = List.copyOf(areas);
    weekdays = List.copyOf(weekdays);
  }

  /** An activity of which nothing more is known. */
  public ActivityOffer(
      String activityId,
      String schemeId,
      String organisationId,
      String organisationName,
      String organisationEmail,
      String organisationPhone,
      LocalisedText name,
      List<String> needs,
      List<String> areas,
      Integer minAge,
      Integer maxAge,
      ActivityFormat format,
      List<DayOfWeek> weekdays,
      Integer places) {
    this(
        activityId,
        schemeId,
        organisationId,
        organisationName,
        organisationEmail,
        organisationPhone,
        name,
        needs,
        areas,
        minAge,
        maxAge,
        format,
        weekdays,
        places,
        ActivityTraits.PLAIN);
  }
}
