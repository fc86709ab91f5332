package org.fingerpost.safeguarding.process;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * The answer of form {@code tell-worker}.
 *
 * @param told ticked by the team lead who told the worker
 */
record TellWorkerForm(
    @NotNull(message = "{safeguarding.form.told.required}")
        @AssertTrue(message = "{safeguarding.form.told.required}")
        Boolean told) {}
