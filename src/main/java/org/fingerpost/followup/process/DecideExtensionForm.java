package org.fingerpost.followup.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code decide-extension}.
 *
 * @param decision {@code EXTEND} or {@code DO_NOT_EXTEND}
 * @param reason in the words of the team lead
 */
record DecideExtensionForm(
    @NotNull(message = "{followup.form.decision.required}")
        @Pattern(regexp = "EXTEND|DO_NOT_EXTEND", message = "{followup.form.decision.required}")
        String decision,
    @NotBlank(message = "{followup.form.reason.required}")
        @Size(max = 2000, message = "{followup.form.reason.long}")
        String reason) {}
