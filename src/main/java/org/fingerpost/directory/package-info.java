/**
 * Organisations and the activities they offer, and which of them suit a person: the directory that link workers choose
 * from and everybody can read. It is seeded from the scheme folders; what people change here is its own from then on.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme", "notification"})
package org.fingerpost.directory;
