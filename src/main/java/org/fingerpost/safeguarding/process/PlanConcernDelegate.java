package org.fingerpost.safeguarding.process;

import static org.fingerpost.referral.journey.SafeguardingConcern.CONCERN_DUE_AT;
import static org.fingerpost.referral.journey.SafeguardingConcern.CONCERN_ID;
import static org.fingerpost.referral.journey.SafeguardingConcern.ESCALATE_AT;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;

/**
 * Plans by when a concern is decided, and lets the team leads know.
 *
 * <p>Step {@code serviceTask_planConcern} in {@code safeguarding-concern}. Reads {@code concernId}. Writes {@code concernDueAt} and
 * {@code escalateAt}. Repeated only when everything it did was rolled back.
 */
@Component
class PlanConcernDelegate implements JavaDelegate {

  private final Safeguarding safeguarding;

  PlanConcernDelegate(Safeguarding safeguarding) {
    this.safeguarding = safeguarding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var due = safeguarding.plan(UUID.fromString(CONCERN_ID.requiredFrom(execution)));
    CONCERN_DUE_AT.set(execution, due);
    ESCALATE_AT.set(execution, due);
  }
}
