package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code judge-grant-report}.
 *
 * @param verdict {@code SATISFACTORY} or {@code MORE_NEEDED}
 * @param reason the group reads it if something is missing
 */
record JudgeGrantReportForm(
    @NotNull(message = "{grants.form.verdict.required}")
        @Pattern(regexp = "SATISFACTORY|MORE_NEEDED", message = "{grants.form.verdict.required}")
        String verdict,
    @NotBlank(message = "{grants.form.reason.required}")
        @Size(max = 2000, message = "{grants.form.tooLong}")
        String reason) {

  @Override
  public String toString() {
    return "JudgeGrantReportForm";
  }
}
