package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code chase-provider}: how to go on with an offer whose answer is late.
 *
 * @param decision {@code KEEP_WAITING}, {@code TRY_ANOTHER}, or the organisation's answer
 * @param firstOn a day as it is written, or {@code null}
 * @param lookAgainOn a day as it is written, or {@code null}
 * @param reason code of why not, or {@code null}
 * @param note what the organisation said, or {@code null}
 */
record ChaseProviderForm(
    @NotNull(message = "{introduction.form.decision.required}")
        @Pattern(
            regexp = "KEEP_WAITING|TRY_ANOTHER|ACCEPTED|WAITING_LIST|DECLINED",
            message = "{introduction.form.decision.required}")
        String decision,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String firstOn,
    @Size(max = 10, message = "{introduction.form.day.unreadable}") String lookAgainOn,
    @Pattern(
            regexp = "NO_PLACES|NOT_SUITABLE|OUTSIDE_AREA|CANNOT_MEET_ACCESS|NOT_RUNNING|OTHER|",
            message = "{introduction.form.reason.unknown}")
        String reason,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
