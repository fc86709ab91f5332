package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.CONTACT_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.conversation.ContactingPerson;
import org.springframework.stereotype.Component;

/**
 * Plans the first attempt to reach the person.
 *
 * <p>Step {@code serviceTask_planContact} in {@code first-contact}. Reads the business key only. Writes {@code
 * contactDueAt}, which the task that follows reads at once and nobody after it. Safe to repeat: the plan is simply made again.
 */
@Component
class PlanContactDelegate implements JavaDelegate {

  private final ContactingPerson contacting;

  PlanContactDelegate(ContactingPerson contacting) {
    this.contacting = contacting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CONTACT_DUE_AT.passing().set(execution, contacting.plan(execution.getProcessBusinessKey()));
  }
}
