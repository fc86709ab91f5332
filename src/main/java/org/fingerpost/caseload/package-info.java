/** Gives each referral a link worker: by patch, then by room. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "referral", "referral :: journey"})
package org.fingerpost.caseload;
