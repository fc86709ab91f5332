package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The answers of form {@code await-acceptance}.
 *
 * @param answer {@code ACCEPTED} or {@code NOT_ACCEPTED}
 */
record AwaitAcceptanceForm(
    @NotNull(message = "{grants.form.terms.required}")
        @Pattern(regexp = "ACCEPTED|NOT_ACCEPTED", message = "{grants.form.terms.required}")
        String answer) {

  @Override
  public String toString() {
    return "AwaitAcceptanceForm";
  }
}
