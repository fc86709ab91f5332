/**
 * Organisations and the activities they offer, and which of them suit a person: the directory that link workers choose
 * from. It is seeded from the scheme folders at every start.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme"})
package org.fingerpost.directory;
