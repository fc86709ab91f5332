package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.FirstContact.DECLINED;

import java.util.List;
import org.fingerpost.conversation.ContactLadder;
import org.fingerpost.conversation.ContactSaid;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.ContactingPerson;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-first-contact} of {@code userTask_recordFirstContact} in {@code first-contact}. */
@Component
class RecordFirstContactTaskForm implements TaskForm<RecordFirstContactForm> {

  private static final List<String> RESULTS =
      List.of("REACHED", "CALL_LATER", "NOT_REACHED", "WRONG_NUMBER", "DECLINED");

  private final ContactingPerson contacting;
  private final ContactLadder ladder;
  private final ContactSheets sheets;
  private final CallChoices choices;

  RecordFirstContactTaskForm(
      ContactingPerson contacting, ContactLadder ladder, ContactSheets sheets, CallChoices choices) {
    this.contacting = contacting;
    this.ladder = ladder;
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
    // The ladder first: the sheet then finds referral and person read already.
    var climbed = ladder.ladder(task.subjectId(), task.language());
    var sheet = sheets.of(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("phone", sheet.phone())
        .text("email", sheet.email())
        .text("safeTimes", climbed.safeTimes())
        .text("wish", climbed.wish())
        .text("safeTime", sheet.safeTime())
        .text("language", sheet.language())
        .text("communicationNeeds", sheet.communicationNeeds())
        .text("needs", sheet.needs())
        .text("reason", sheet.reason())
        .text("tried", sheet.tried())
        .text("risks", sheet.risks())
        .text("referrer", sheet.referrer())
        .number("attempt", climbed.nextAttempt())
        .text("plannedChannel", climbed.channel())
        .text("attempts", climbed.rungs())
        .options("channels", choices.channels(task.language()))
        .options("partsOfDay", choices.parts(task.language()))
        .options("results", choices.results(task.language(), RESULTS))
        .options("callDays", choices.days(task.schemeId(), task.language()));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordFirstContactForm answers) {
    var said = said(answers);
    return ContactFacts.of(contacting.record(task.subjectId(), said, task.processInstanceId(), task.userId()));
  }

  /** Somebody's no belongs to them: whoever wrote it down as a note meant it as their words. */
  private static ContactSaid said(RecordFirstContactForm answers) {
    String note = trimmed(answers.note());
    boolean noteIsTheirs = DECLINED.equals(answers.result()) && trimmed(answers.ownWords()) == null;
    return new ContactSaid(
        answers.channel(),
        answers.result(),
        CallChoices.part(answers.partOfDay()),
        CallChoices.day(answers.callOn()),
        CallChoices.part(answers.callPart()),
        noteIsTheirs ? note : trimmed(answers.ownWords()),
        trimmed(answers.unsafeTimeReason()),
        noteIsTheirs ? null : note);
  }
}
