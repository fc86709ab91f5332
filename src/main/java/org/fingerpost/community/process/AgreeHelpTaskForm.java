package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.community.ActionBy;
import org.fingerpost.community.GroupFile;
import org.fingerpost.community.HelpingGroup;
import org.fingerpost.community.HelpingGroup.Agreed;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code agree-help} of {@code userTask_agreeHelp} in {@code support-group}. */
@Component
class AgreeHelpTaskForm implements TaskForm<AgreeHelpForm> {

  private final HelpingGroup helping;
  private final GroupShown shown;

  AgreeHelpTaskForm(HelpingGroup helping, GroupShown shown) {
    this.helping = helping;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "agree-help";
  }

  @Override
  public Class<AgreeHelpForm> answers() {
    return AgreeHelpForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    var help = proposed(file);
    String said = help.stream().map(code -> shown.say(task, "community.help." + code)).collect(Collectors.joining(", "));
    return shown
        .of(task, file)
        .text("proposed", said.isEmpty() ? shown.say(task, "community.help.NOTHING") : said)
        .text("lookAgainOn", GroupShown.day(helping.proposedReview(task.subjectId()), task.language()))
        .options("helps", shown.codes(task, "community.help.", help))
        .options("actionBys", shown.options(task, "community.action-by.", ActionBy.values()));
  }

  /** What the table proposed after the last visit. */
  private static List<String> proposed(GroupFile file) {
    int last = file.visits().get(0).number();
    return file.help().stream().filter(help -> help.visit() == last).map(GroupFile.ProposedHelp::help).distinct().toList();
  }

  @Override
  public Facts submit(TaskAtHand task, AgreeHelpForm answers) {
    var actions = new ArrayList<Agreed>();
    add(actions, "firstDueOn", answers.firstWhat(), answers.firstBy(), answers.firstDueOn());
    add(actions, "secondDueOn", answers.secondWhat(), answers.secondBy(), answers.secondDueOn());
    add(actions, "thirdDueOn", answers.thirdWhat(), answers.thirdBy(), answers.thirdDueOn());
    var due = helping.agreed(task.subjectId(), Typed.list(answers.help()), actions, trimmed(answers.note()));
    return Facts.of(STEP_DUE_AT, due);
  }

  private static void add(List<Agreed> actions, String field, String what, String by, String dueOn) {
    if (trimmed(what) != null) {
      actions.add(new Agreed(what.strip(), Typed.code(field, by, ActionBy.class), Typed.day(field, dueOn)));
    }
  }
}
