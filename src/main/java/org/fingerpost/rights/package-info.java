/**
 * What people may ask of those who keep their data, and how long it is kept: requests, answers, corrections, restrictions, erasure and
 * disposal. It reads and erases the tables of other modules by SQL, because only one place that names them all can be complete:
 * {@link org.fingerpost.rights.Registry}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme"})
package org.fingerpost.rights;
