/** Gives each referral a link worker: by patch, then by room. */
@org.springframework.modulith.ApplicationModule
package org.fingerpost.caseload;
