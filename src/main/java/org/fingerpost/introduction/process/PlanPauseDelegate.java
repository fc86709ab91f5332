package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.PausedIntroduction.CHOOSE_DUE_AT;
import static org.fingerpost.referral.journey.PausedIntroduction.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.PausedIntroduction.TEAM_LEAD_NEEDED;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Says who chooses how a paused introduction goes on, and by when.
 *
 * <p>Step {@code serviceTask_planPause} in {@code paused-introduction}. Reads {@code introductionId}. Writes {@code chooseDueAt} and
 * {@code teamLeadNeeded}. Repeated only when everything it did was rolled back.
 */
@Component
class PlanPauseDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  PlanPauseDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var planned = pausing.plan(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
    CHOOSE_DUE_AT.set(execution, planned.dueAt());
    TEAM_LEAD_NEEDED.set(execution, planned.teamLead());
  }
}
