package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code await-answer}: what the organisation told the link worker.
 *
 * @param answer {@code ACCEPTED}, {@code WAITING_LIST} or {@code DECLINED}
 * @param note or {@code null}
 */
record AwaitAnswerForm(
    @NotNull(message = "{introduction.form.answer.required}")
        @Pattern(regexp = "ACCEPTED|WAITING_LIST|DECLINED", message = "{introduction.form.answer.required}")
        String answer,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
