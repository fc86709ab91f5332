package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code confirm-end-of-mark}.
 *
 * @param confirmed {@code YES} or {@code NO}
 * @param reason in the assessor's words
 */
record ConfirmEndOfMarkForm(
    @NotNull(message = "{kitemark.form.confirmed.required}") @Pattern(regexp = "YES|NO", message = "{kitemark.form.confirmed.required}")
        String confirmed,
    @NotBlank(message = "{kitemark.form.suspension-reason.required}")
        @Size(max = 4000, message = "{kitemark.form.suspension-reason.long}")
        String reason) {

  @Override
  public String toString() {
    return "ConfirmEndOfMarkForm[" + confirmed + "]";
  }
}
