/**
 * What only a demonstration has: the messages that would have been sent, a clock that can be moved,
 * and a tour. Present where {@code fingerpost.demo} is {@code true} and nowhere else.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"deprivation", "platform", "scheme", "identity", "notification"})
package org.fingerpost.demo;
