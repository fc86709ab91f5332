package org.fingerpost.safeguarding.process;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * The answer of form {@code read-decision}.
 *
 * @param read ticked by whoever raised the concern
 */
record ReadDecisionForm(
    @NotNull(message = "{safeguarding.form.read.required}")
        @AssertTrue(message = "{safeguarding.form.read.required}")
        Boolean read) {}
