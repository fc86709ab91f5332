/** The one home of who a referred person is, how to reach them, and what they agreed to. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "notification"})
package org.fingerpost.person;
