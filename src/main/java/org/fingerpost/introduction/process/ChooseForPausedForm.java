package org.fingerpost.introduction.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code choose-for-paused}: how a paused introduction goes on.
 *
 * @param decision {@code OFFER_ANOTHER}, {@code WAIT} or {@code GO_ON}
 * @param goOnReason code of why the person goes on, or {@code null}
 * @param note or {@code null}
 */
record ChooseForPausedForm(
    @NotNull(message = "{introduction.form.decision.required}")
        @Pattern(regexp = "OFFER_ANOTHER|WAIT|GO_ON", message = "{introduction.form.decision.required}")
        String decision,
    @Pattern(
            regexp = "PERSON_WISHES|ACCOMPANIED|OTHER_ACTIVITY|PAPER_ON_ITS_WAY|HARM_OF_STOPPING|",
            message = "{introduction.form.go-on-reason.required}")
        String goOnReason,
    @Size(max = 2000, message = "{introduction.form.note.long}") String note) {}
