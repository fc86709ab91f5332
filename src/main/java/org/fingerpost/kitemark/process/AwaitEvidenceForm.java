package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * The answer of form {@code await-evidence}.
 *
 * @param goOn ticked by an assessor who goes on with what there is
 */
record AwaitEvidenceForm(
    @NotNull(message = "{kitemark.assess.goOn.required}") @AssertTrue(message = "{kitemark.assess.goOn.required}")
        Boolean goOn) {}
