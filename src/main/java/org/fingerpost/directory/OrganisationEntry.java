package org.fingerpost.directory;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.LocalisedText;

/**
 * An organisation as the directory lists it. Whatever is not known is {@code null}.
 *
 * @param email where introductions are offered; never shown to the public
 * @param phone shown to the public unless it may be one volunteer's own
 * @param areas codes; empty for those of its activities
 * @param mark the kite mark as it stands
 * @param confirmedOn when it was last said that the entry is right
 * @param partOf id of the organisation it belongs to
 */
public record OrganisationEntry(
    String schemeId,
    String organisationId,
    String name,
    LegalForm legalForm,
    String email,
    String phone,
    LocalisedText description,
    String website,
    List<String> areas,
    Integer paidStaff,
    Integer volunteers,
    ListingStatus status,
    Mark mark,
    LocalDate confirmedOn,
    String partOf) {

  public OrganisationEntry {
    areas = List.copyOf(areas);
  }

  /** Its telephone number, where it is not one volunteer's own. */
  public String publicPhone() {
    return legalForm == LegalForm.UNCONSTITUTED_GROUP ? null : phone;
  }

  /** A small group's address is often one volunteer's own. */
  @Override
  public String toString() {
    return "OrganisationEntry[" + schemeId + " " + organisationId + "]";
  }
}
