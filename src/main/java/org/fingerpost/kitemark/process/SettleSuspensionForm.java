package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code settle-suspension}.
 *
 * @param settlement {@code LIFT} or {@code END}
 * @param reason in the assessor's words
 */
record SettleSuspensionForm(
    @NotNull(message = "{kitemark.form.settlement.required}") @Pattern(regexp = "LIFT|END", message = "{kitemark.form.settlement.required}")
        String settlement,
    @NotBlank(message = "{kitemark.form.suspension-reason.required}")
        @Size(max = 4000, message = "{kitemark.form.suspension-reason.long}")
        String reason) {

  @Override
  public String toString() {
    return "SettleSuspensionForm[" + settlement + "]";
  }
}
