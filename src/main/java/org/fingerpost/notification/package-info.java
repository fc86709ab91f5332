/** Messages to people outside: queued in the transaction of the act, sent after it. */
@org.springframework.modulith.ApplicationModule
package org.fingerpost.notification;
