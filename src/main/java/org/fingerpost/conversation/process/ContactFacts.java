package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.CONTACT_DUE_AT;
import static org.fingerpost.referral.journey.FirstContact.CONTACT_RESULT;
import static org.fingerpost.referral.journey.FirstContact.DETAILS_DUE_AT;
import static org.fingerpost.referral.journey.FirstContact.NEXT_CONTACT_AT;
import static org.fingerpost.referral.journey.FirstContact.TRY_AGAIN;
import static org.fingerpost.referral.journey.FirstContact.WRONG_NUMBER;

import org.fingerpost.conversation.ContactStep;
import org.fingerpost.platform.engine.Facts;

/** What the model learns of an attempt or of a decision after the last one. */
final class ContactFacts {

  private ContactFacts() {}

  /** With another attempt come its beginning, for the timer, and its due date, for the task that follows. */
  static Facts of(ContactStep step) {
    return and(Facts.of(CONTACT_RESULT, step.result()), step);
  }

  static Facts and(Facts facts, ContactStep step) {
    return switch (step.result()) {
      case TRY_AGAIN -> facts.and(NEXT_CONTACT_AT, step.nextAt()).and(CONTACT_DUE_AT, step.dueAt());
      case WRONG_NUMBER -> step.dueAt() == null ? facts : facts.and(DETAILS_DUE_AT, step.dueAt());
      default -> facts;
    };
  }
}
