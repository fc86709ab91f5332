package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code record-visit}.
 *
 * @param visitedOn a day as it is written, or {@code null}
 * @param result code of {@link org.fingerpost.kitemark.VisitResult}
 * @param improveBy a day as it is written, or {@code null}
 * @param note or {@code null}
 */
record RecordVisitForm(
    @Size(max = 10, message = "{kitemark.form.day.unreadable}") String visitedOn,
    @NotNull(message = "{kitemark.form.result.required}")
        @Pattern(regexp = "IN_ORDER|IMPROVEMENT|CONCERN|NOT_MADE", message = "{kitemark.form.result.required}")
        String result,
    @Size(max = 10, message = "{kitemark.form.day.unreadable}") String improveBy,
    @Size(max = 2000, message = "{kitemark.form.note.long}") String note) {}
