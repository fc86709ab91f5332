package org.fingerpost.followup.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code decide-after-missed}.
 *
 * @param decision {@code TRY_AGAIN}, {@code END}
 * @param reason in the words of the team lead
 */
record DecideAfterMissedForm(
    @NotNull(message = "{followup.form.decision.required}")
        @Pattern(regexp = "TRY_AGAIN|END", message = "{followup.form.decision.required}")
        String decision,
    @NotBlank(message = "{followup.form.reason.required}")
        @Size(max = 2000, message = "{followup.form.reason.long}")
        String reason) {}
