package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.LETTER_ANSWER_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.conversation.ContactLetters;
import org.springframework.stereotype.Component;

/**
 * Writes the letter to somebody who could not be reached.
 *
 * <p>Step {@code serviceTask_sendLetter} in {@code first-contact}. Reads the business key only. Writes {@code letterAnswerDueAt}.
 * Repeated only after its transaction was undone, so there is one letter for each time the attempts ran out.
 */
@Component
class SendLetterDelegate implements JavaDelegate {

  private final ContactLetters letters;

  SendLetterDelegate(ContactLetters letters) {
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    LETTER_ANSWER_DUE_AT.set(execution, letters.write(execution.getProcessBusinessKey()));
  }
}
