package org.fingerpost.grants.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The answers of form {@code await-grant-answer}.
 *
 * @param decision {@code KEEP_WAITING} or {@code GIVE_UP}
 */
record AwaitGrantAnswerForm(
    @NotNull(message = "{grants.form.step.required}")
        @Pattern(regexp = "KEEP_WAITING|GIVE_UP", message = "{grants.form.step.required}")
        String decision) {

  @Override
  public String toString() {
    return "AwaitGrantAnswerForm";
  }
}
