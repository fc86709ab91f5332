package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code answer-providers-question}.
 *
 * @param answer what the organisation is told
 */
record AnswerProvidersQuestionForm(
    @NotBlank(message = "{introduction.form.answer.empty}")
        @Size(max = 2000, message = "{introduction.form.note.long}")
        String answer) {}
