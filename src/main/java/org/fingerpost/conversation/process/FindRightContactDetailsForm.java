package org.fingerpost.conversation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code find-right-contact-details}.
 *
 * @param found {@code FOUND} or {@code NOT_FOUND}
 * @param phone the right telephone number, or {@code null}
 * @param email the right e-mail address, or {@code null}
 * @param note where they come from, or {@code null}
 */
record FindRightContactDetailsForm(
    @NotNull(message = "{conversation.form.found.required}")
        @Pattern(regexp = "FOUND|NOT_FOUND", message = "{conversation.form.found.required}")
        String found,
    @Size(max = 25, message = "{conversation.details.phone}") String phone,
    @Size(max = 254, message = "{conversation.details.email}") String email,
    @Size(max = 2000, message = "{conversation.form.note.long}") String note) {}
