package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.CONTACT_DUE_AT;
import static org.fingerpost.referral.journey.FirstContact.CONTACT_RESULT;
import static org.fingerpost.referral.journey.FirstContact.NEXT_CONTACT_AT;

import org.fingerpost.conversation.ContactStep;
import org.fingerpost.platform.engine.Facts;

/** What the model learns of an attempt or of a decision after the last one. */
final class ContactFacts {

  private ContactFacts() {}

  /**
   * With another attempt comes its day, for the timer, and the morning after, for the due date of the task that
   * follows.
   */
  static Facts of(ContactStep step) {
    var facts = Facts.of(CONTACT_RESULT, step.result());
    return step.nextAt() == null
        ? facts
        : facts.and(NEXT_CONTACT_AT, step.nextAt()).and(CONTACT_DUE_AT, step.lateFrom());
  }
}
