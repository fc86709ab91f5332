package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The answers of form {@code decide-overdue-report}.
 *
 * @param decision {@code MORE_TIME} or {@code CLOSE}
 */
record DecideOverdueReportForm(
    @NotNull(message = "{grants.form.step.required}")
        @Pattern(regexp = "MORE_TIME|CLOSE", message = "{grants.form.step.required}")
        String decision) {

  @Override
  public String toString() {
    return "DecideOverdueReportForm";
  }
}
