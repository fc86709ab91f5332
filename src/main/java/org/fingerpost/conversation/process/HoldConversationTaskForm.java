package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.ArrayList;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.Conversations;
import org.fingerpost.conversation.PersonalPlan;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.outcome.Measures;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code hold-conversation} of {@code userTask_holdConversation} in {@code referral-journey}. */
@Component
class HoldConversationTaskForm implements TaskForm<HoldConversationForm> {

  private final Conversations conversations;
  private final ContactSheets sheets;
  private final Measures measures;

  HoldConversationTaskForm(Conversations conversations, ContactSheets sheets, Measures measures) {
    this.conversations = conversations;
    this.sheets = sheets;
    this.measures = measures;
  }

  @Override
  public String formId() {
    return "hold-conversation";
  }

  @Override
  public Class<HoldConversationForm> answers() {
    return HoldConversationForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = sheets.of(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("needs", sheet.needs())
        .text("reason", sheet.reason())
        .text("risks", sheet.risks())
        .options("scores", Shown.options(measures.choices(task.language())));
  }

  @Override
  public Facts submit(TaskAtHand task, HoldConversationForm answers) {
    conversations.hold(
        task.subjectId(), task.schemeId(), plan(answers), answers.baseline(), task.userId());
    return Facts.none();
  }

  private static PersonalPlan plan(HoldConversationForm form) {
    var goals = new ArrayList<Goal>();
    goals.add(
        new Goal(
            form.goalOne().strip(), form.goalOneImportance(), form.goalOneConfidence(), trimmed(form.goalOneAction())));
    var second =
        new Goal(
            trimmed(form.goalTwo()), form.goalTwoImportance(), form.goalTwoConfidence(), trimmed(form.goalTwoAction()));
    if (second.goal() != null) {
      goals.add(second);
    } else if (second.importance() != null || second.confidence() != null || second.action() != null) {
      throw new InvalidInput("goalTwo", "conversation.form.goalTwo.required");
    }
    return new PersonalPlan(form.whatMatters().strip(), trimmed(form.strengths()), goals);
  }
}
