package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KeepMark.MORE_QUESTIONS;
import static org.fingerpost.kitemark.journey.KeepMark.QUESTION_DUE_AT;

import org.fingerpost.kitemark.QuestionDecision;
import org.fingerpost.kitemark.SettlingQuestions;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code settle-mark-question} of {@code userTask_settleMarkQuestion} in {@code keep-mark}. */
@Component
class SettleMarkQuestionTaskForm implements TaskForm<SettleMarkQuestionForm> {

  private final SettlingQuestions settling;
  private final Choices choices;

  SettleMarkQuestionTaskForm(SettlingQuestions settling, Choices choices) {
    this.settling = settling;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "settle-mark-question";
  }

  @Override
  public Class<SettleMarkQuestionForm> answers() {
    return SettleMarkQuestionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = settling.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("organisationName", sheet.organisationName())
        .text("level", sheet.level())
        .text("validUntil", sheet.validUntil())
        .text("question", sheet.question())
        .text("about", sheet.about())
        .text("newUntil", sheet.newUntil())
        .text("told", sheet.told())
        .options("decisions", choices.of(task.language(), "kitemark.question-decision.", sheet.decisions()));
  }

  @Override
  public Facts submit(TaskAtHand task, SettleMarkQuestionForm answers) {
    var next =
        settling.settle(
            task.subjectId(),
            QuestionDecision.valueOf(answers.decision()),
            TypedDay.trimmed(answers.note()),
            TypedDay.of("dueOn", answers.dueOn()),
            task.userId());
    var facts = Facts.of(MORE_QUESTIONS, next.isPresent());
    next.ifPresent(dueAt -> facts.and(QUESTION_DUE_AT, dueAt));
    return facts;
  }
}
