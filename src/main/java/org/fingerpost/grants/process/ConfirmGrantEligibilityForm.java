package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fingerpost.grants.GrantOutcome;

/**
 * The answers of form {@code confirm-grant-eligibility}.
 *
 * @param reason in the officer's words
 */
record ConfirmGrantEligibilityForm(
    @NotNull(message = "{grants.form.outcome.required}") GrantOutcome outcome,
    @NotBlank(message = "{grants.form.reason.required}")
        @Size(max = 2000, message = "{grants.form.tooLong}")
        String reason) {

  @Override
  public String toString() {
    return "ConfirmGrantEligibilityForm";
  }
}
