package org.fingerpost.scheme;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of a scheme: the unit of roll-out, of a link worker's patch and of where an activity is open to people.
 *
 * @param code unique in the scheme, such as {@code FOREST_OF_DEAN}
 * @param name what people call it
 * @param parent code of the larger area this one belongs to, or {@code null}
 * @param postcodePrefixes which postcodes belong to it: a postcode area ({@code LL}), a district ({@code GL14}) or
 *     the start of an inward code after a hyphen ({@code ST6-1}). Empty for an area that only groups others
 * @param liveFrom first day on which referrals from here are taken on; {@code null} means configured but not live yet
 */
public record Area(String code, LocalisedText name, String parent, List<String> postcodePrefixes, LocalDate liveFrom) {

  public Area {
    postcodePrefixes = List.copyOf(postcodePrefixes);
  }

  public boolean live(LocalDate on) {
    return liveFrom != null && !on.isBefore(liveFrom);
  }

  /** Whether this area only groups smaller ones, so that nobody lives in it directly. */
  public boolean grouping() {
    return postcodePrefixes.isEmpty();
  }
}
