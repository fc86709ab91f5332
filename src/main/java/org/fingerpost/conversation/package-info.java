/** First contact and the what-matters conversation: the attempts to reach a person, and the plan made with them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "scheme", "person", "notification", "referral", "referral :: journey", "outcome"})
package org.fingerpost.conversation;
