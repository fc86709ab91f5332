/**
 * Introducing a person to an activity: choosing it, offering it to the organisation, and hearing its answer by link.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform", "platform :: *", "scheme", "person", "referral", "referral :: journey", "conversation", "directory",
      "notification"
    })
package org.fingerpost.introduction;
