package org.fingerpost.workbench.change;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.workbench.check.Finding;
import org.fingerpost.workbench.check.ModelChecks;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.springframework.stereotype.Component;

/** Whether a draft may be proposed, and once more, on its day, whether it may come into force. */
@Component
class Readiness {

  private final Drafts drafts;
  private final ModelChecks checks;

  Readiness(Drafts drafts, ModelChecks checks) {
    this.drafts = drafts;
    this.checks = checks;
  }

  /** Everything that stands against it; empty where nothing does. */
  List<Obstacle> of(Draft draft) {
    var obstacles = new ArrayList<Obstacle>();
    if (draft.files().isEmpty()) {
      obstacles.add(Obstacle.of("change.problem.empty"));
    }
    drafts.overtaken(draft.id()).forEach(file -> obstacles.add(Obstacle.of("change.problem.overtaken", file)));
    checks.check(draft).stream().filter(Finding::isError).map(Readiness::obstacle).forEach(obstacles::add);
    return obstacles;
  }

  private static Obstacle obstacle(Finding finding) {
    var args = new ArrayList<String>();
    args.add(finding.elementName());
    args.addAll(finding.args());
    return new Obstacle("checks." + finding.code(), args);
  }
}
