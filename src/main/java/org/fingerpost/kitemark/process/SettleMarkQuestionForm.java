package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code settle-mark-question}.
 *
 * @param decision code of {@link org.fingerpost.kitemark.QuestionDecision}
 * @param dueOn a day as it is written, or {@code null}
 * @param note or {@code null}
 */
record SettleMarkQuestionForm(
    @NotNull(message = "{kitemark.form.decision.required}")
        @Pattern(regexp = "IN_ORDER|MORE_TIME|CONDITION|SUSPEND", message = "{kitemark.form.decision.required}")
        String decision,
    @Size(max = 10, message = "{kitemark.form.day.unreadable}") String dueOn,
    @Size(max = 2000, message = "{kitemark.form.note.long}") String note) {}
