package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code chase-provider}: how to go on with an offer whose answer is late.
 *
 * @param decision {@code KEEP_WAITING}, {@code TRY_ANOTHER}, {@code ACCEPTED} or {@code WAITING_LIST}
 * @param note what the organisation said, or {@code null}
 */
record ChaseProviderForm(
    @NotNull(message = "{introduction.form.decision.required}")
        @Pattern(
            regexp = "KEEP_WAITING|TRY_ANOTHER|ACCEPTED|WAITING_LIST",
            message = "{introduction.form.decision.required}")
        String decision,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
