package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.List;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.ContactingPerson;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-first-contact} of {@code userTask_recordFirstContact} in {@code first-contact}. */
@Component
class RecordFirstContactTaskForm implements TaskForm<RecordFirstContactForm> {

  private static final List<String> CHANNELS = List.of("PHONE", "TEXT", "EMAIL", "LETTER", "VIDEO", "IN_PERSON");
  private static final List<String> RESULTS = List.of("REACHED", "NOT_REACHED", "DECLINED");

  private final ContactingPerson contacting;
  private final ContactSheets sheets;
  private final Choices choices;

  RecordFirstContactTaskForm(ContactingPerson contacting, ContactSheets sheets, Choices choices) {
    this.contacting = contacting;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-first-contact";
  }

  @Override
  public Class<RecordFirstContactForm> answers() {
    return RecordFirstContactForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = sheets.of(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("phone", sheet.phone())
        .text("email", sheet.email())
        .text("safeTime", sheet.safeTime())
        .text("language", sheet.language())
        .text("communicationNeeds", sheet.communicationNeeds())
        .text("needs", sheet.needs())
        .text("reason", sheet.reason())
        .text("tried", sheet.tried())
        .text("risks", sheet.risks())
        .text("referrer", sheet.referrer())
        .number("attempt", contacting.ladder(task.subjectId(), task.language()).nextAttempt())
        .options("channels", choices.of(task.language(), "conversation.channel.", CHANNELS))
        .options("results", choices.of(task.language(), "conversation.result.", RESULTS));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordFirstContactForm answers) {
    var step =
        contacting.record(
            task.subjectId(), answers.channel(), answers.result(), trimmed(answers.note()), task.userId());
    return ContactFacts.of(step);
  }
}
