package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code await-answer}: what the organisation told the link worker.
 *
 * @param answer {@code ACCEPTED}, {@code WAITING_LIST} or {@code DECLINED}
 * @param firstOn a day as it is written, or {@code null}
 * @param lookAgainOn a day as it is written, or {@code null}
 * @param reason code of why not, or {@code null}
 * @param note or {@code null}
 */
record AwaitAnswerForm(
    @NotNull(message = "{introduction.form.answer.required}")
        @Pattern(regexp = "ACCEPTED|WAITING_LIST|DECLINED", message = "{introduction.form.answer.required}")
        String answer,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String firstOn,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String lookAgainOn,
    @Pattern(
            regexp = "NO_PLACES|NOT_SUITABLE|OUTSIDE_AREA|CANNOT_MEET_ACCESS|NOT_RUNNING|OTHER|",
            message = "{introduction.form.reason.unknown}")
        String reason,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
