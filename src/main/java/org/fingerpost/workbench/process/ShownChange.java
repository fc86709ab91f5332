package org.fingerpost.workbench.process;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.ModelChange;
import org.springframework.stereotype.Component;

/** What the forms of a change show of it; the page of the change shows the whole. */
@Component
class ShownChange {

  private final ModelChanges changes;
  private final Schemes schemes;
  private final Staff staff;
  private final Words words;

  ShownChange(ModelChanges changes, Schemes schemes, Staff staff, Words words) {
    this.changes = changes;
    this.schemes = schemes;
    this.staff = staff;
    this.words = words;
  }

  Shown change(TaskAtHand task) {
    var change = changes.get(task.subjectId());
    return Shown.nothing()
        .text("title", change.title())
        .text("scheme", scheme(task, change))
        .text("author", staff.find(change.author()).map(Staff.Member::displayName).orElse(change.author()))
        .text("effectiveFrom", WrittenDate.of(change.effectiveFrom(), task.language()))
        .text("page", "/workbench/changes/" + change.reference())
        .text("whyProposed", change.reason())
        .text("cameBack", whyItCameBack(task, change));
  }

  private String scheme(TaskAtHand task, ModelChange change) {
    return change.schemeId() == null
        ? words.say(task.language(), "workbench.shared")
        : schemes.get(change.schemeId()).name().in(task.language());
  }

  private String whyItCameBack(TaskAtHand task, ModelChange change) {
    var said = changes.steps(change.reference()).stream().filter(step -> "change.sentBack".equals(step.act())).map(ModelChange.Step::words);
    var found = change.problems().stream().map(problem -> words.say(task.language(), problem.key(), problem.args().toArray()));
    return Stream.concat(said, found).collect(Collectors.joining("\n"));
  }
}
