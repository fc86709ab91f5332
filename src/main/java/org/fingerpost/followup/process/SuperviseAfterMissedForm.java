package org.fingerpost.followup.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code supervise-after-missed}.
 *
 * @param safety code of {@link org.fingerpost.followup.Safety}: what the supervisor found out
 * @param decision {@code TRY_AGAIN}, {@code VISIT}, {@code END}
 * @param reason in the words of the team lead
 */
record SuperviseAfterMissedForm(
    @NotNull(message = "{followup.form.safety.required}")
        @Pattern(regexp = "SAFE|NOT_KNOWN|WORRIED", message = "{followup.form.safety.required}")
        String safety,
    @NotNull(message = "{followup.form.decision.required}")
        @Pattern(regexp = "TRY_AGAIN|VISIT|END", message = "{followup.form.decision.required}")
        String decision,
    @NotBlank(message = "{followup.form.reason.required}")
        @Size(max = 2000, message = "{followup.form.reason.long}")
        String reason) {}
