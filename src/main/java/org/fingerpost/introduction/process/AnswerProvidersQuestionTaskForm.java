package org.fingerpost.introduction.process;

import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code answer-providers-question} of {@code userTask_answerProvidersQuestion} in {@code provider-question}. */
@Component
class AnswerProvidersQuestionTaskForm implements TaskForm<AnswerProvidersQuestionForm> {

  private final AskingQuestion asking;
  private final Introductions introductions;

  AnswerProvidersQuestionTaskForm(AskingQuestion asking, Introductions introductions) {
    this.asking = asking;
    this.introductions = introductions;
  }

  @Override
  public String formId() {
    return "answer-providers-question";
  }

  @Override
  public Class<AnswerProvidersQuestionForm> answers() {
    return AnswerProvidersQuestionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var question = introductions.question(WaitingShown.introductionOf(task), task.language());
    return WaitingShown.of(question.about()).text("question", question.asked());
  }

  @Override
  public Facts submit(TaskAtHand task, AnswerProvidersQuestionForm answers) {
    asking.answer(WaitingShown.introductionOf(task), answers.answer().strip());
    return Facts.none();
  }
}
