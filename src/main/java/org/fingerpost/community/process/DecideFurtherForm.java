package org.fingerpost.community.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code decide-further}.
 *
 * @param reason why it ends, or {@code null}
 * @param note why, in the team lead's words
 */
record DecideFurtherForm(
    @NotBlank(message = "{community.form.decision.required}") String decision,
    @NotBlank(message = "{community.form.officer.required}") String officer,
    String reason,
    @NotBlank(message = "{community.form.why.required}")
        @Size(max = 4000, message = "{community.form.note.tooLong}")
        String note) {

  /** No words of anybody. */
  @Override
  public String toString() {
    return "DecideFurtherForm[]";
  }
}
