package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code choose-officer}.
 *
 * @param officer user id
 * @param note or {@code null}
 */
record ChooseOfficerForm(
    @NotBlank(message = "{community.form.officer.required}") String officer,
    @Size(max = 4000, message = "{community.form.note.tooLong}") String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "ChooseOfficerForm[]";
  }
}
