package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER;

import java.util.List;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code await-answer} of {@code userTask_awaitAnswer} in {@code introduce-activity}. */
@Component
class AwaitAnswerTaskForm implements TaskForm<AwaitAnswerForm> {

  private static final List<String> ANSWERS = List.of("ACCEPTED", "WAITING_LIST", "DECLINED");

  private final AnsweringIntroduction answering;
  private final Introductions introductions;
  private final Choices choices;

  AwaitAnswerTaskForm(AnsweringIntroduction answering, Introductions introductions, Choices choices) {
    this.answering = answering;
    this.introductions = introductions;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "await-answer";
  }

  @Override
  public Class<AwaitAnswerForm> answers() {
    return AwaitAnswerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return WaitingShown.of(task, introductions)
        .options("reasons", choices.of(task.language(), "introduction.decline-reason.", WaitingShown.REASONS))
        .options("answers", choices.of(task.language(), "introduction.answer.", ANSWERS));
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitAnswerForm answers) {
    var answer = Answer.valueOf(answers.answer());
    answering.answerToLinkWorker(
        WaitingShown.introductionOf(task),
        ProviderSaid.of(answer, answers.note(), answers.firstOn(), answers.lookAgainOn(), answers.reason()));
    return Facts.of(ANSWER, answer.name());
  }
}
