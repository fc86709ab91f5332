package org.fingerpost.safeguarding.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fingerpost.safeguarding.ConcernDecision;

/**
 * The answers of form {@code decide-concern}.
 *
 * @param reason in the team lead's words
 */
record DecideConcernForm(
    @NotNull(message = "{safeguarding.form.decision.required}") ConcernDecision decision,
    @NotBlank(message = "{safeguarding.form.reason.required}")
        @Size(max = 4000, message = "{safeguarding.form.tooLong}")
        String reason) {

  @Override
  public String toString() {
    return "DecideConcernForm[" + decision + "]";
  }
}
