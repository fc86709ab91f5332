/**
 * Small grants of a scheme to groups: checked against the fund's rules, scored by a panel, decided by a person, paid, and reported on.
 * What a group wrote stays in its application; here stands what became of it.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "notification", "questionnaire", "community"})
package org.fingerpost.grants;
