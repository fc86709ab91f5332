package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code await-grant-report}.
 *
 * @param spent in whole pounds
 */
record AwaitGrantReportForm(
    @NotBlank(message = "{grants.report.done.required}")
        @Size(max = 4000, message = "{grants.form.tooLong}")
        String done,
    @NotBlank(message = "{grants.report.changed.required}")
        @Size(max = 4000, message = "{grants.form.tooLong}")
        String changed,
    @Size(max = 4000, message = "{grants.form.tooLong}") String learnt,
    @NotNull(message = "{grants.report.people.wrong}") Integer people,
    @NotNull(message = "{grants.report.spent.required}") Integer spent) {

  @Override
  public String toString() {
    return "AwaitGrantReportForm";
  }
}
