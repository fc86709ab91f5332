/** Staying in touch after an introduction: check-ins by plan, until support ends. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "referral", "referral :: journey", "introduction"})
package org.fingerpost.followup;
