package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER;
import static org.fingerpost.referral.journey.IntroduceActivity.MESSAGE_ANSWERED;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.IntroductionProcess;
import org.fingerpost.platform.engine.Facts;
import org.springframework.stereotype.Component;

/** Correlates a provider's answer to the instance of {@code introduce-activity} that made the offer. */
@Component
class CamundaIntroductionProcess implements IntroductionProcess {

  private final RuntimeService runtime;

  CamundaIntroductionProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void answered(String processInstanceId, Answer answer) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE_ANSWERED)
          .processInstanceId(processInstanceId)
          .setVariables(Facts.of(ANSWER, answer.name()).values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException(
          "Process instance " + processInstanceId + " does not wait for a provider's answer", e);
    }
  }
}
