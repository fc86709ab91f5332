package org.fingerpost.scheme;

import java.util.List;

/**
 * What there is to know of an organisation besides how to reach it. Whatever is not known is {@code null}.
 *
 * @param partOf for a group or branch: id of the organisation it belongs to
 * @param description what it does
 * @param website address of its own pages
 * @param areas codes; empty for those of its activities
 * @param paidStaff how many people it pays
 */
public record OrganisationDetails(
    String partOf, LocalisedText description, String website, List<String> areas, Integer paidStaff, Integer volunteers) {

  /** Where nothing is known. */
  public static final OrganisationDetails UNKNOWN = new OrganisationDetails(null, null, null, List.of(), null, null);

  public OrganisationDetails {
    areas = List.copyOf(areas);
  }
}
