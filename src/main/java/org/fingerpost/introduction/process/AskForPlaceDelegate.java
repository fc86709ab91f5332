package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.WaitForPlace.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.WaitForPlace.LOOK_AGAIN_AT;
import static org.fingerpost.referral.journey.WaitForPlace.SILENT;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.FollowingSilence;
import org.springframework.stereotype.Component;

/**
 * Asks an organisation whether there is a place for somebody on its waiting list.
 *
 * <p>Step {@code serviceTask_askForPlace} in {@code wait-for-place}. Reads {@code introductionId}. Writes {@code
 * lookAgainAt} and {@code silent}. Repeated only when everything it did was rolled back.
 */
@Component
class AskForPlaceDelegate implements JavaDelegate {

  private final FollowingSilence silence;

  AskForPlaceDelegate(FollowingSilence silence) {
    this.silence = silence;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var step = silence.askForPlace(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
    LOOK_AGAIN_AT.set(execution, step.dueAt());
    SILENT.set(execution, step.nowAPerson());
  }
}
