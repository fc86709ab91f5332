package org.fingerpost.introduction.process;

import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code answer-overdue-question} of {@code userTask_answerOverdueQuestion} in {@code provider-question}. */
@Component
class AnswerOverdueQuestionTaskForm implements TaskForm<AnswerOverdueQuestionForm> {

  private final AskingQuestion asking;
  private final Introductions introductions;

  AnswerOverdueQuestionTaskForm(AskingQuestion asking, Introductions introductions) {
    this.asking = asking;
    this.introductions = introductions;
  }

  @Override
  public String formId() {
    return "answer-overdue-question";
  }

  @Override
  public Class<AnswerOverdueQuestionForm> answers() {
    return AnswerOverdueQuestionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var question = introductions.question(WaitingShown.introductionOf(task), task.language());
    return WaitingShown.of(question.about()).text("question", question.asked());
  }

  @Override
  public Facts submit(TaskAtHand task, AnswerOverdueQuestionForm answers) {
    asking.answer(WaitingShown.introductionOf(task), answers.answer().strip());
    return Facts.none();
  }
}
