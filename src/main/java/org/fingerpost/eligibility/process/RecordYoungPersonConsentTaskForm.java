package org.fingerpost.eligibility.process;

import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.eligibility.YoungPeople;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.springframework.stereotype.Component;

/** The form {@code record-young-person-consent}: a team lead records who consented for somebody under 18. */
@Component
class RecordYoungPersonConsentTaskForm implements TaskForm<RecordYoungPersonConsentForm> {

  private final YoungPeople youngPeople;
  private final PersonShown person;
  private final Choices choices;

  RecordYoungPersonConsentTaskForm(YoungPeople youngPeople, PersonShown person, Choices choices) {
    this.youngPeople = youngPeople;
    this.person = person;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-young-person-consent";
  }

  @Override
  public Class<RecordYoungPersonConsentForm> answers() {
    return RecordYoungPersonConsentForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var language = task.language();
    String needed = "eligibility.consent-needed." + youngPeople.needed(task.subjectId());
    return person
        .of(task)
        .text("needed", person.say(task, needed))
        .options("consents", choices.of(language, "eligibility.consented.", List.of("YES", "NO")))
        .options("givers", choices.of(language, "consent-given-by.", names(ConsentGivenBy.values())))
        .options("ways", choices.of(language, "consent-how.", names(ConsentHow.values())))
        .options(
            "judgements",
            choices.of(language, "eligibility.competence.", List.of("NOT_JUDGED", "COMPETENT", "NOT_COMPETENT")));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordYoungPersonConsentForm answers) {
    var answer = answers.answer();
    if (answer.given() && answer.givenBy() == null) {
      throw new InvalidInput("givenBy", "eligibility.form.givenBy.required");
    }
    if (answer.given() && answer.how() == null) {
      throw new InvalidInput("how", "eligibility.form.how.required");
    }
    return SettlingFacts.of(youngPeople.record(task.subjectId(), answer, task.userId()));
  }

  private static List<String> names(Enum<?>[] codes) {
    return Stream.of(codes).map(Enum::name).toList();
  }
}
