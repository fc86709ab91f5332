package org.fingerpost.person;

/**
 * The person took back what they had agreed to. Told within the transaction that records it, so that what depends on the consent
 * stops with it, and nothing else does.
 *
 * @param activityId the activity that a {@code TELL_PROVIDER} was about; otherwise {@code null}
 */
public record ConsentWithdrawn(String referralId, Consent.Purpose purpose, String activityId) {}
