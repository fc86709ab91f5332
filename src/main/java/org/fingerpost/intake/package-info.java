/** The doors a referral comes in by, a web form and a JSON request, and the page that tells its sender how it goes. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "identity", "referral", "caseload"})
package org.fingerpost.intake;
