package org.fingerpost.scheme;

import java.time.LocalTime;

/**
 * What people want to know of an activity before they go. Whatever is not known is {@code null}.
 *
 * @param description what happens there
 * @param costPence what one time costs, in pence; 0 for nothing
 * @param costNote what else there is to know of the cost
 * @param frequency how often; never {@code null}
 * @param venue name of the place; {@code null} also when it comes to the person
 * @param address street and town
 * @param groupSize how many usually come
 */
public record ActivityDetails(
    LocalisedText description,
    Integer costPence,
    LocalisedText costNote,
    LocalTime startsAt,
    LocalTime endsAt,
    Frequency frequency,
    String venue,
    String address,
    String postcode,
    Integer groupSize) {

  /** Where nothing is known. */
  public static final ActivityDetails UNKNOWN =
      new ActivityDetails(null, null, null, null, null, Frequency.WEEKLY, null, null, null, null);
}
