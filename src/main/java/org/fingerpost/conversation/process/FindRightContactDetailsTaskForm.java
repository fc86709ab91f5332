package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.FirstContact.DETAILS_FOUND;

import java.util.List;
import org.fingerpost.conversation.ContactDetails;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code find-right-contact-details} of {@code userTask_findRightContactDetails} in {@code first-contact}. */
@Component
class FindRightContactDetailsTaskForm implements TaskForm<FindRightContactDetailsForm> {

  private static final List<String> ANSWERS = List.of("FOUND", "NOT_FOUND");

  private final ContactDetails details;
  private final ContactSheets sheets;
  private final CallChoices choices;
  private final Words words;

  FindRightContactDetailsTaskForm(ContactDetails details, ContactSheets sheets, CallChoices choices, Words words) {
    this.details = details;
    this.sheets = sheets;
    this.choices = choices;
    this.words = words;
  }

  @Override
  public String formId() {
    return "find-right-contact-details";
  }

  @Override
  public Class<FindRightContactDetailsForm> answers() {
    return FindRightContactDetailsForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sought = details.sought(task.subjectId());
    var asked = sought.referrerAsked() ? "conversation.referrer-asked.yes" : "conversation.referrer-asked.no";
    return Shown.nothing()
        .text("personName", sought.personName())
        .text("wrongDetail", sought.wrongDetail())
        .text("knownPhone", sought.phone())
        .text("knownEmail", sought.email())
        .text("referrer", sheets.of(task.subjectId(), task.language()).referrer())
        .text("referrerAsked", words.say(task.language(), asked))
        .options("foundAnswers", choices.results(task.language(), ANSWERS));
  }

  @Override
  public Facts submit(TaskAtHand task, FindRightContactDetailsForm answers) {
    boolean found = "FOUND".equals(answers.found());
    var step =
        details.found(
            task.subjectId(),
            found,
            trimmed(answers.phone()),
            trimmed(answers.email()),
            trimmed(answers.note()),
            task.userId());
    return ContactFacts.and(Facts.of(DETAILS_FOUND, found), step);
  }
}
