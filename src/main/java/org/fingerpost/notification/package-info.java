/** Messages to people outside: queued in the transaction of the act, sent after it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "scheme"})
package org.fingerpost.notification;
