package org.fingerpost.followup.process;

import org.fingerpost.followup.DecidingFollowUp;
import org.fingerpost.followup.LeadDecision;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code decide-extension} of {@code userTask_decideExtension} in {@code follow-up-cycle}. */
@Component
class DecideExtensionTaskForm implements TaskForm<DecideExtensionForm> {

  private final DecidingFollowUp deciding;
  private final Choices choices;

  DecideExtensionTaskForm(DecidingFollowUp deciding, Choices choices) {
    this.deciding = deciding;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-extension";
  }

  @Override
  public Class<DecideExtensionForm> answers() {
    return DecideExtensionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = deciding.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .number("contacts", sheet.contacts())
        .number("mostContacts", sheet.mostContacts())
        .text("since", sheet.since())
        .number("mostWeeks", sheet.mostWeeks())
        .text("story", sheet.story())
        .options("decisions", choices.of(task.language(), "followup.decision.", sheet.extensions()));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideExtensionForm answers) {
    boolean extend = LeadDecision.valueOf(answers.decision()) == LeadDecision.EXTEND;
    return FollowUpFacts.of(
        deciding.extension(task.subjectId(), task.schemeId(), extend, answers.reason().strip(), task.userId()));
  }
}
