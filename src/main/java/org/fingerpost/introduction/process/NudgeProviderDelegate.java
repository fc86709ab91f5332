package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER_DUE_AT;
import static org.fingerpost.referral.journey.IntroduceActivity.ESCALATE;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.FollowingSilence;
import org.springframework.stereotype.Component;

/**
 * Reminds an organisation that has not answered, or lets a person go after it.
 *
 * <p>Step {@code serviceTask_nudgeProvider} in {@code introduce-activity}. Reads {@code introductionId}. Writes {@code
 * answerDueAt} and {@code escalate}. Repeated only when everything it did was rolled back.
 */
@Component
class NudgeProviderDelegate implements JavaDelegate {

  private final FollowingSilence silence;

  NudgeProviderDelegate(FollowingSilence silence) {
    this.silence = silence;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var step = silence.next(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
    ANSWER_DUE_AT.set(execution, step.dueAt());
    ESCALATE.set(execution, step.nowAPerson());
  }
}
