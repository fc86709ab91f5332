package org.fingerpost.directory;

import java.util.List;
import org.fingerpost.scheme.LegalForm;

/**
 * An organisation that shall be listed.
 *
 * @param name as it calls itself; must be there
 * @param email where introductions are offered and its own link is sent, or {@code null}
 * @param phone for link workers, or {@code null}
 * @param descriptionEn or {@code null}
 * @param descriptionCy or {@code null}
 * @param website or {@code null}
 * @param areas codes; none means those of its activities
 * @param paidStaff how many people it pays, or {@code null} if not known
 * @param volunteers how many volunteers, or {@code null} if not known
 */
public record NewOrganisation(
    String name,
    LegalForm legalForm,
    String email,
    String phone,
    String descriptionEn,
    String descriptionCy,
    String website,
    List<String> areas,
    Integer paidStaff,
    Integer volunteers) {

  public NewOrganisation {
    areas = List.copyOf(areas);
  }

  /** One of which only this is known. */
  public NewOrganisation(String name, LegalForm legalForm, String email, String phone) {
    this(name, legalForm, email, phone, null, null, null, List.of(), null, null);
  }

  /** A small group's address is often one volunteer's own. */
  @Override
  public String toString() {
    return "NewOrganisation[" + legalForm + "]";
  }
}
