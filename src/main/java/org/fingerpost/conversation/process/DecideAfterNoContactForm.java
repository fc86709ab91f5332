package org.fingerpost.conversation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code decide-after-no-contact}.
 *
 * @param decision {@code TRY_AGAIN} or {@code NOT_REACHED}
 * @param reason in the decider's words
 */
record DecideAfterNoContactForm(
    @NotNull(message = "{conversation.form.decision.required}")
        @Pattern(regexp = "TRY_AGAIN|NOT_REACHED", message = "{conversation.form.decision.required}")
        String decision,
    @NotBlank(message = "{conversation.form.reason.required}")
        @Size(max = 2000, message = "{conversation.form.note.long}")
        String reason) {}
