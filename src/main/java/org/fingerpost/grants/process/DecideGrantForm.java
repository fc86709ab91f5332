package org.fingerpost.grants.process;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fingerpost.grants.GrantDecision;

/**
 * The answers of form {@code decide-grant}.
 *
 * @param amount in whole pounds; {@code null} where nothing is awarded
 * @param reason the group reads it
 */
record DecideGrantForm(
    @NotNull(message = "{grants.form.decision.required}") GrantDecision decision,
    @Min(value = 1, message = "{grants.form.amount.required}") Integer amount,
    @NotBlank(message = "{grants.form.reason.required}")
        @Size(max = 2000, message = "{grants.form.tooLong}")
        String reason) {

  @Override
  public String toString() {
    return "DecideGrantForm";
  }
}
