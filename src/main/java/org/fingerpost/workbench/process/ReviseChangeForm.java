package org.fingerpost.workbench.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code revise-change}.
 *
 * @param effectiveFrom an ISO date
 */
record ReviseChangeForm(
    @NotBlank(message = "{change.problem.reason}") @Size(max = 2000, message = "{change.form.tooLong}") String reason,
    @NotNull(message = "{change.problem.day}") @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{change.problem.day}")
        String effectiveFrom) {}
