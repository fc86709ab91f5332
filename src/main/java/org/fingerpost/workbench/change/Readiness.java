package org.fingerpost.workbench.change;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.workbench.check.Finding;
import org.fingerpost.workbench.check.ModelChecks;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.replay.Examples;
import org.springframework.stereotype.Component;

/** Whether a draft may be proposed, and once more, on its day, whether it may come into force. */
@Component
class Readiness {

  private final Drafts drafts;
  private final ModelChecks checks;
  private final Examples examples;

  Readiness(Drafts drafts, ModelChecks checks, Examples examples) {
    this.drafts = drafts;
    this.checks = checks;
    this.examples = examples;
  }

  /** Everything that stands against it; empty where nothing does. */
  List<Obstacle> of(Draft draft) {
    var obstacles = new ArrayList<Obstacle>();
    if (draft.files().isEmpty()) {
      obstacles.add(Obstacle.of("change.problem.empty"));
    }
    drafts.overtaken(draft.id()).forEach(file -> obstacles.add(Obstacle.of("change.problem.overtaken", file)));
    checks.check(draft).stream().filter(Finding::isError).map(Readiness::obstacle).forEach(obstacles::add);
    if (obstacles.isEmpty()) {
      // A table with errors answers nothing.
      examples.run(draft).stream()
          .filter(result -> !result.passed())
          .forEach(result -> obstacles.add(Obstacle.of("change.problem.example", result.example().name())));
    }
    return obstacles;
  }

  private static Obstacle obstacle(Finding finding) {
    var args = new ArrayList<String>();
    args.add(finding.elementName());
    args.addAll(finding.args());
    return new Obstacle("checks." + finding.code(), args);
  }
}
