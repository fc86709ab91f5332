/**
 * What came of it: measures before and after, as versioned data, and how a journey ended.
 *
 * <p>Knows nothing of conversations; what it needs from them it asks through its own port {@link
 * org.fingerpost.outcome.AgreedGoals}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme", "person", "referral"})
package org.fingerpost.outcome;
