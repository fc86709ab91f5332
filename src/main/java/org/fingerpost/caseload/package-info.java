/** Gives each referral a link worker, keeps the waiting list, and passes work on when somebody is away or leaves. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "referral", "referral :: journey"})
package org.fingerpost.caseload;
