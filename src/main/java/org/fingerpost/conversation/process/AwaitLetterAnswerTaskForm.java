package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.List;
import org.fingerpost.conversation.ContactLadder;
import org.fingerpost.conversation.ContactLetters;
import org.fingerpost.conversation.ContactSaid;
import org.fingerpost.conversation.ContactSheets;
import org.fingerpost.conversation.ContactingPerson;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code await-letter-answer} of {@code userTask_awaitLetterAnswer} in {@code first-contact}. */
@Component
class AwaitLetterAnswerTaskForm implements TaskForm<AwaitLetterAnswerForm> {

  private static final List<String> RESULTS = List.of("REACHED", "CALL_LATER", "DECLINED", "LETTER_RETURNED");

  private final ContactingPerson contacting;
  private final ContactLadder ladder;
  private final ContactLetters letters;
  private final ContactSheets sheets;
  private final CallChoices choices;

  AwaitLetterAnswerTaskForm(
      ContactingPerson contacting,
      ContactLadder ladder,
      ContactLetters letters,
      ContactSheets sheets,
      CallChoices choices) {
    this.contacting = contacting;
    this.ladder = ladder;
    this.letters = letters;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "await-letter-answer";
  }

  @Override
  public Class<AwaitLetterAnswerForm> answers() {
    return AwaitLetterAnswerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var climbed = ladder.ladder(task.subjectId(), task.language());
    var letter = letters.latest(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheets.of(task.subjectId(), task.language()).personName())
        .text("letterLink", letter.link())
        .text("letterWay", letter.way())
        .text("answerBy", letter.answerBy())
        .text("safeTimes", climbed.safeTimes())
        .text("attempts", climbed.rungs())
        .options("channels", choices.channels(task.language()))
        .options("partsOfDay", choices.parts(task.language()))
        .options("heardResults", choices.results(task.language(), RESULTS))
        .options("callDays", choices.days(task.schemeId(), task.language()));
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitLetterAnswerForm answers) {
    var said =
        new ContactSaid(
            answers.channel(),
            answers.result(),
            null,
            CallChoices.day(answers.callOn()),
            CallChoices.part(answers.callPart()),
            trimmed(answers.ownWords()),
            null,
            trimmed(answers.note()));
    return ContactFacts.of(contacting.heard(task.subjectId(), said, task.userId()));
  }
}
