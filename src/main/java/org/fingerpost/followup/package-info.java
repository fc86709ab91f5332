/** Staying in touch after an introduction: check-ins by plan, missed appointments, the limits of support, until support ends. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform", "scheme", "person", "referral", "referral :: journey", "introduction", "outcome", "notification"
    })
package org.fingerpost.followup;
