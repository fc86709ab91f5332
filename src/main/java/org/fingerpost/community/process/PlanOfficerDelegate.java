package org.fingerpost.community.process;

import static org.fingerpost.community.journey.NameOfficer.OFFICER_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.NamingOfficer;
import org.springframework.stereotype.Component;

/**
 * Plans by when somebody takes a request about a group.
 *
 * <p>Step {@code serviceTask_planOfficer} in {@code name-officer}. Reads nothing. Writes {@code officerDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class PlanOfficerDelegate implements JavaDelegate {

  private final NamingOfficer namingOfficer;

  PlanOfficerDelegate(NamingOfficer namingOfficer) {
    this.namingOfficer = namingOfficer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OFFICER_DUE_AT.set(execution, namingOfficer.plan(execution.getProcessBusinessKey()));
  }
}
