package org.fingerpost.questionnaire.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code help-with-question}.
 *
 * @param answer what the applicant is told
 */
record HelpWithQuestionForm(
    @NotBlank(message = "{questionnaire.form.answer.empty}")
        @Size(max = 4000, message = "{questionnaire.form.answer.long}")
        String answer) {

  @Override
  public String toString() {
    return "HelpWithQuestionForm";
  }
}
