/**
 * Introducing a person to an activity: choosing it, offering it to the organisation, and hearing its answer by link.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform", "scheme", "person", "directory", "notification", "referral", "referral :: journey", "conversation"
    })
package org.fingerpost.introduction;
