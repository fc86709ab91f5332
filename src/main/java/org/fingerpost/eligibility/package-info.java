/** Gathers coded facts, asks the route table, keeps what it said and why, and lets a team lead confirm or change it. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "referral", "referral :: journey"})
package org.fingerpost.eligibility;
