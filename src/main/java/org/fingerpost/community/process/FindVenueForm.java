package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The answers of form {@code find-venue}.
 *
 * @param found {@code YES} or {@code NO}
 * @param access codes; {@code null} for none
 */
record FindVenueForm(
    @NotBlank(message = "{community.form.found.required}") String found,
    @Size(max = 120, message = "{community.form.note.tooLong}") String venue,
    List<String> access,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "FindVenueForm[]";
  }
}
