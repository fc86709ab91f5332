/**
 * Concerns about somebody's safety: raised with one click, decided by a team lead on the same day, and seen by nobody else. They
 * outlive the referral they came up in.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "notification", "referral", "referral :: journey"})
package org.fingerpost.safeguarding;
