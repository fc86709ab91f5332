package org.fingerpost.safeguarding.process;

import static org.fingerpost.referral.journey.SafeguardingConcern.CONCERN_ID;
import static org.fingerpost.referral.journey.SafeguardingConcern.ESCALATE_AT;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;

/**
 * Brings up a concern that nobody has decided in time.
 *
 * <p>Step {@code serviceTask_escalateConcern} in {@code safeguarding-concern}. Reads {@code concernId}. Writes {@code escalateAt}.
 * Repeated only when everything it did was rolled back.
 */
@Component
class EscalateConcernDelegate implements JavaDelegate {

  private final Safeguarding safeguarding;

  EscalateConcernDelegate(Safeguarding safeguarding) {
    this.safeguarding = safeguarding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ESCALATE_AT.set(execution, safeguarding.escalate(UUID.fromString(CONCERN_ID.requiredFrom(execution))));
  }
}
