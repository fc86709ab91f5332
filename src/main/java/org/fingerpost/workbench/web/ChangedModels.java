package org.fingerpost.workbench.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.fingerpost.platform.Language;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.ModelChange;
import org.fingerpost.workbench.change.ModelChange.ChangedFile;
import org.fingerpost.workbench.check.CheckWords;
import org.fingerpost.workbench.check.Finding;
import org.fingerpost.workbench.check.ModelChecks;
import org.fingerpost.workbench.check.ModelDifference;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.replay.Examples;
import org.fingerpost.workbench.replay.ReplayReports;
import org.springframework.stereotype.Component;

/** What a change does to models, in words: differences, findings, examples, replays, and the versions that it made. */
@Component
class ChangedModels {

  private final ModelDifference difference;
  private final ModelChecks checks;
  private final CheckWords checkWords;
  private final Examples examples;
  private final ReplayReports reports;
  private final Drafts drafts;
  private final LiveModels live;
  private final ModelChanges changes;
  private final RepositoryService repository;
  private final ChangeWords words;

  ChangedModels(
      ModelDifference difference,
      ModelChecks checks,
      CheckWords checkWords,
      Examples examples,
      ReplayReports reports,
      Drafts drafts,
      LiveModels live,
      ModelChanges changes,
      RepositoryService repository,
      ChangeWords words) {
    this.difference = difference;
    this.checks = checks;
    this.checkWords = checkWords;
    this.examples = examples;
    this.reports = reports;
    this.drafts = drafts;
    this.live = live;
    this.changes = changes;
    this.repository = repository;
    this.words = words;
  }

  /** The differences of a draft from what is in force. */
  List<FileDifference> differences(Draft draft, Language language) {
    return draft.files().values().stream()
        .map(file -> difference(file.name(), live.file(draft.schemeId(), file.name()).orElse(null), file.content(), language))
        .toList();
  }

  /** The differences of a change from what was in force when it was proposed. */
  List<FileDifference> differences(List<ChangedFile> files, Language language) {
    return files.stream().map(file -> difference(file.name(), file.before(), file.content(), language)).toList();
  }

  private FileDifference difference(String file, byte[] before, byte[] after, Language language) {
    if (before == null || after == null) {
      String key = after == null ? "change.difference.removed" : "change.difference.added";
      return new FileDifference(file, List.of(words.say(language, key)));
    }
    var said = difference.between(file, before, after).stream().map(change -> checkWords.say(language, change)).toList();
    return new FileDifference(file, said.isEmpty() ? List.of(words.say(language, "change.difference.none")) : said);
  }

  /** What the checks say about a draft: errors first. */
  List<String> findings(Draft draft, boolean errors, Language language) {
    return checks.check(draft).stream()
        .filter(finding -> finding.isError() == errors)
        .map((Finding finding) -> checkWords.say(language, finding))
        .toList();
  }

  List<ExampleRow> examples(UUID draftId) {
    return examples.run(drafts.get(draftId)).stream().map(result -> new ExampleRow(result.example().name(), result.passed())).toList();
  }

  List<ReportRow> reports(UUID draftId, Language language) {
    return reports.of(draftId).stream()
        .map(
            report ->
                new ReportRow(
                    "/workbench/drafts/" + draftId + "/replay/" + report.reportId(),
                    report.file(),
                    words.say(language, "change.reports.kind." + report.kind()),
                    words.say(language, "replay.state." + report.state()),
                    report.run() == null ? "" : report.run().toString(),
                    report.changed() == null ? "" : report.changed().toString(),
                    report.outOfDate()))
        .toList();
  }

  /** The versions that a change made of the models that it is about, each with its page in the library. */
  List<Version> versions(ModelChange change) {
    var versions = new ArrayList<Version>();
    var keys = changes.files(change.reference()).stream().map(file -> file.name().replaceAll("^\\w+/|\\.\\w+$", "")).toList();
    for (String deployment : change.deployments()) {
      var all = new ArrayList<ResourceDefinition>();
      all.addAll(repository.createProcessDefinitionQuery().deploymentId(deployment).list());
      int processes = all.size();
      all.addAll(repository.createDecisionDefinitionQuery().deploymentId(deployment).list());
      for (int at = 0; at < all.size(); at++) {
        var one = all.get(at);
        if (keys.contains(one.getKey())) {
          String kind = at < processes ? "process" : "decision";
          versions.add(
              new Version(one.getName(), one.getVersion(), one.getTenantId(), "/workbench/models/" + kind + "/" + one.getKey()));
        }
      }
    }
    return versions;
  }

  /** How one file differs. */
  record FileDifference(String file, List<String> sentences) {}

  /** An example and whether the draft answers it as expected. */
  record ExampleRow(String name, boolean passed) {}

  /** A replay that is kept with the draft. */
  record ReportRow(String address, String file, String kind, String state, String run, String changed, boolean outOfDate) {}

  /** A version that a change made. */
  record Version(String name, int version, String schemeId, String address) {}
}
