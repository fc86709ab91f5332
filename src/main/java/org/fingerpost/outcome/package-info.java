/**
 * What came of it: measures before and after, as versioned data, how a journey ended and who is told, and how people are months later.
 *
 * <p>Knows nothing of conversations and check-ins; what it needs from them it asks through its own ports {@link
 * org.fingerpost.outcome.AgreedGoals} and {@link org.fingerpost.outcome.AppointmentsMissed}.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "referral", "referral :: journey", "notification"})
package org.fingerpost.outcome;
