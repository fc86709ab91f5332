package org.fingerpost.conversation;

import java.util.Collection;
import java.util.Set;

/**
 * Whether a person should be contacted sooner than others. Urgent are an open safeguarding concern, a risk that was
 * confirmed as one to act on, and people coming out of hospital: the parts of the priority proposal (domain research
 * 4.3) that a referral's codes can tell. Bereavement is not among them, because the code does not say how recent it is.
 */
final class ContactUrgency {

  private static final Set<String> URGENT_RISKS = Set.of("IMMEDIATE_RISK", "SAFEGUARDING_OPEN");
  private static final String FROM_HOSPITAL = "HOSPITAL_DISCHARGE";

  private ContactUrgency() {}

  static boolean isUrgent(Collection<String> risks, String sourceCode) {
    return FROM_HOSPITAL.equals(sourceCode) || risks.stream().anyMatch(URGENT_RISKS::contains);
  }
}
