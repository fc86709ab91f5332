package org.fingerpost.conversation.process;

import java.util.List;
import org.fingerpost.conversation.ContactLadder;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.ContactingPerson;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code decide-after-no-contact} of {@code userTask_decideAfterNoContact} in {@code first-contact}. */
@Component
class DecideAfterNoContactTaskForm implements TaskForm<DecideAfterNoContactForm> {

  private static final List<String> DECISIONS = List.of("TRY_AGAIN", "NOT_REACHED");

  private final ContactingPerson contacting;
  private final ContactLadder ladder;
  private final ContactSheets sheets;
  private final Choices choices;

  DecideAfterNoContactTaskForm(
      ContactingPerson contacting, ContactLadder ladder, ContactSheets sheets, Choices choices) {
    this.contacting = contacting;
    this.ladder = ladder;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-after-no-contact";
  }

  @Override
  public Class<DecideAfterNoContactForm> answers() {
    return DecideAfterNoContactForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return Shown.nothing()
        .text("personName", sheets.of(task.subjectId(), task.language()).personName())
        .text("attempts", ladder.ladder(task.subjectId(), task.language()).rungs())
        .options("decisions", choices.of(task.language(), "conversation.decision.", DECISIONS));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideAfterNoContactForm answers) {
    return ContactFacts.of(
        contacting.decide(task.subjectId(), answers.decision(), answers.reason().strip(), task.userId()));
  }
}
