package org.fingerpost.referral.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code decide-link-worker}.
 *
 * @param decision {@code GIVE_LINK_WORKER} or {@code SPOKE_TO_PERSON}
 * @param reason in the team lead's words
 */
record DecideLinkWorkerForm(
    @NotNull(message = "{referral.form.decision.required}")
        @Pattern(regexp = "GIVE_LINK_WORKER|SPOKE_TO_PERSON", message = "{referral.form.decision.required}")
        String decision,
    @NotBlank(message = "{referral.form.reason.required}")
        @Size(max = 2000, message = "{referral.form.reason.long}")
        String reason) {}
