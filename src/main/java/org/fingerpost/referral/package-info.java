/** Receiving a referral, knowing where it stands, and letting it be withdrawn; owns the contract of the journey. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "notification", "directory"})
package org.fingerpost.referral;
