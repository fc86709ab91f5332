package org.fingerpost.workbench.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.fingerpost.workbench.change.ChangeDecision;

/**
 * The answers of form {@code approve-change}.
 *
 * @param words to the author; needed unless it is approved
 */
record ApproveChangeForm(
    @NotNull(message = "{change.problem.decision}") ChangeDecision decision,
    @Size(max = 2000, message = "{change.form.tooLong}") String words) {}
