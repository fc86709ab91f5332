/** One person's case on one page, and beside every task: the sections that the modules contribute, shown to those who may see them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "person", "referral"})
package org.fingerpost.casefile;
