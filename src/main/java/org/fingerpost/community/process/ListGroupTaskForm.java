package org.fingerpost.community.process;

import java.time.DayOfWeek;
import org.fingerpost.community.ListingGroup;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.stereotype.Component;

/** Form {@code list-group} of {@code userTask_listGroup} in {@code start-group}. */
@Component
class ListGroupTaskForm implements TaskForm<ListGroupForm> {

  private final ListingGroup listing;
  private final GroupShown shown;

  ListGroupTaskForm(ListingGroup listing, GroupShown shown) {
    this.listing = listing;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "list-group";
  }

  @Override
  public Class<ListGroupForm> answers() {
    return ListGroupForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    return shown
        .of(task, file)
        .text("venue", file.group().venue())
        .options("needCodes", shown.codes(task, "need.", Codes.needs()))
        .options("areaCodes", shown.areas(task))
        .options("weekdays", shown.options(task, "weekday.", DayOfWeek.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, ListGroupForm answers) {
    boolean known =
        Codes.needs().containsAll(answers.needs())
            && shown.areas(task).stream().map(Shown.Option::value).toList().containsAll(answers.areas());
    if (!known) {
      throw new InvalidInput("needs", "community.form.code.unknown");
    }
    listing.list(
        task.subjectId(),
        new LocalisedText(answers.nameEn().strip(), answers.nameCy().strip()),
        answers.needs(),
        answers.areas(),
        Typed.codeOrNull("weekday", answers.weekday(), DayOfWeek.class),
        answers.places());
    return Facts.none();
  }
}
