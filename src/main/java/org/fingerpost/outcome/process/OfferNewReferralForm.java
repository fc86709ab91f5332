package org.fingerpost.outcome.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The answers of form {@code offer-new-referral}.
 *
 * @param newReferral code of {@link org.fingerpost.outcome.LaterReviews.NewReferral}
 * @param note or {@code null}
 */
record OfferNewReferralForm(
    @NotNull(message = "{outcome.form.newReferral.required}")
        @Pattern(regexp = "LINK_WORKER_REFERS|PERSON_REFERS|NOT_NOW", message = "{outcome.form.newReferral.required}")
        String newReferral,
    @Size(max = 2000, message = "{outcome.form.note.long}") String note) {}
