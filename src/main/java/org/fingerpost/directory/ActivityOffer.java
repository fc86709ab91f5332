package org.fingerpost.directory;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.fingerpost.scheme.ActivityDetails;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.ActivityTraits;
import org.fingerpost.scheme.KiteMarkLevel;
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
 * @param details what people want to know before they go
 * @param standing how it is doing
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
    ActivityTraits traits,
    ActivityDetails details,
    Standing standing) {

  public ActivityOffer {
    needs = List.copyOf(needs);
    areas = List.copyOf(areas);
    weekdays = List.copyOf(weekdays);
  }

  /** An activity of which only this is known. */
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
      Integer places,
      ActivityTraits traits) {
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
        traits,
        ActivityDetails.UNKNOWN,
        Standing.USUAL);
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

  /** Whether it is in the directory at all. */
  public boolean listed() {
    return standing.status() != ListingStatus.INACTIVE;
  }

  /**
   * What keeps it from being offered to anybody, whoever they are; empty for nothing.
   *
   * @param kiteMarkAsked whether the scheme asks for the kite mark
   */
  public Optional<MatchCaution> closedBecause(boolean kiteMarkAsked) {
    if (standing.status() != ListingStatus.ACTIVE) {
      return Optional.of(MatchCaution.CLOSED);
    }
    return kiteMarkAsked ? MatchCaution.excludedBy(traits.kiteMark()) : Optional.empty();
  }

  /** Whether nobody is introduced alone, because its organisation is a small group with the mark for such. */
  public boolean accompaniedOnly(boolean kiteMarkAsked) {
    return kiteMarkAsked && traits.kiteMark() == KiteMarkLevel.SMALL_GROUP;
  }
}
