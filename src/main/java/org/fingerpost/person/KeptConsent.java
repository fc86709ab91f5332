package org.fingerpost.person;

import java.time.Instant;

/**
 * A line of the consent ledger.
 *
 * @param recordedAt when it was written down, which may be later than the day the answer was given
 */
public record KeptConsent(Consent consent, Instant recordedAt) {}
