package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER;
import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER_DUE_AT;
import static org.fingerpost.referral.journey.IntroduceActivity.KEEP_WAITING;
import static org.fingerpost.referral.journey.IntroduceActivity.TRY_ANOTHER;

import java.util.List;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.introduction.OfferingActivity;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code chase-provider} of {@code userTask_chaseProvider} in {@code introduce-activity}. */
@Component
class ChaseProviderTaskForm implements TaskForm<ChaseProviderForm> {

  private static final List<String> DECISIONS = List.of(KEEP_WAITING, TRY_ANOTHER, "ACCEPTED", "WAITING_LIST", "DECLINED");

  private final AnsweringIntroduction answering;
  private final OfferingActivity offering;
  private final Introductions introductions;
  private final Choices choices;

  ChaseProviderTaskForm(
      AnsweringIntroduction answering,
      OfferingActivity offering,
      Introductions introductions,
      Choices choices) {
    this.answering = answering;
    this.offering = offering;
    this.introductions = introductions;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "chase-provider";
  }

  @Override
  public Class<ChaseProviderForm> answers() {
    return ChaseProviderForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return WaitingShown.of(task, introductions)
        .options("reasons", choices.of(task.language(), "introduction.decline-reason.", WaitingShown.REASONS))
        .options("decisions", choices.of(task.language(), "introduction.decision.", DECISIONS));
  }

  @Override
  public Facts submit(TaskAtHand task, ChaseProviderForm answers) {
    var introductionId = WaitingShown.introductionOf(task);
    var facts = Facts.of(ANSWER, answers.decision());
    if (answers.decision().equals(KEEP_WAITING)) {
      return facts.and(ANSWER_DUE_AT, offering.keepWaiting(introductionId));
    }
    if (answers.decision().equals(TRY_ANOTHER)) {
      // The model's next step gives the organisation up, as it does when nobody decides in time.
      return facts;
    }
    var answer = Answer.valueOf(answers.decision());
    answering.answerToLinkWorker(
        introductionId,
        ProviderSaid.of(answer, answers.note(), answers.firstOn(), answers.lookAgainOn(), answers.reason()));
    return facts;
  }
}
