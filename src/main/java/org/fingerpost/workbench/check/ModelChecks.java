package org.fingerpost.workbench.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.fingerpost.platform.engine.ModelGuard;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.Rehearsal;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.LiveModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Everything that is checked before a model may be proposed or deployed. Every door to a deployment asks here, so that a model is as
 * safe whether it comes from the workbench, from Camunda Modeler, from a start of the program or from Java.
 *
 * <p>First the guard reads a file's raw bytes. Only what it lets pass is parsed and looked into; nothing of a model is ever run.
 */
@Component
public class ModelChecks {

  private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);

  private static final int LONGEST_COMPLAINT = 300;

  /** Processor time for the ways through all processes of a bundle. */
  private static final Duration LONGEST_WALK = Duration.ofMillis(400);

  private final Predicate<String> decisionInForce;
  private final Function<ModelBundle, List<Rehearsal.Complaint>> rehearsal;
  private final Function<Draft, ModelBundle> live;

  @Autowired
  ModelChecks(RepositoryService repository, Rehearsal rehearsal, LiveModels live) {
    this(
        key ->
            repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).withoutTenantId().latestVersion().count() > 0,
        rehearsal::of,
        live::with);
  }

  private ModelChecks(
      Predicate<String> decisionInForce,
      Function<ModelBundle, List<Rehearsal.Complaint>> rehearsal,
      Function<Draft, ModelBundle> live) {
    this.decisionInForce = decisionInForce;
    this.rehearsal = rehearsal;
    this.live = live;
  }

  /** The checks alone, without an engine to rehearse a deployment with. */
  public static ModelChecks withoutEngine() {
    return new ModelChecks(
        key -> Program.here().table(key).isPresent(),
        bundle -> List.of(),
        draft -> {
          throw new IllegalStateException("Without an engine nothing is live");
        });
  }

  /** What is found in the files of a draft, seen among everything that is live for its scheme. */
  public List<Finding> check(Draft draft) {
    var bundle = live.apply(draft);
    var findings = new ArrayList<Finding>();
    draft.files().forEach((name, file) -> {
      if (file.removed() && draft.schemeId() == null && Program.here().needs(name)) {
        String stem = Models.stem(name);
        findings.add(new Finding(Severity.ERROR, name, stem, stem, Check.REMOVED.code(), List.of()));
      }
    });
    findings.addAll(check(bundle, draft.files().keySet()));
    return findings;
  }

  /** What is found in a whole bundle. */
  public List<Finding> check(ModelBundle proposed) {
    return check(proposed, proposed.files().keySet());
  }

  /**
   * What is found in the files that changed, seen in the bundle they would be deployed with.
   *
   * @param changedFiles names of the files to look into; the others are only referred to, but must pass the guard as well
   */
  public List<Finding> check(ModelBundle proposed, Set<String> changedFiles) {
    List<Finding> findings;
    synchronized (Models.LOCK) {
      findings = checked(proposed, changedFiles);
    }
    if (findings.stream().noneMatch(Finding::isError)) {
      findings.addAll(rehearsed(proposed, changedFiles));
    }
    return findings;
  }

  /** What the engine itself says, which is the last word; its own English words are a detail of ours. */
  private List<Finding> rehearsed(ModelBundle proposed, Set<String> changedFiles) {
    var changed = new TreeMap<>(proposed.files());
    changed.keySet().retainAll(changedFiles);
    if (changed.isEmpty()) {
      return List.of();
    }
    return rehearsal.apply(new ModelBundle(proposed.schemeId(), changed)).stream()
        .map(
            complaint ->
                new Finding(
                    Severity.ERROR,
                    complaint.file(),
                    complaint.element(),
                    Models.nameIn(complaint.file(), changed.get(complaint.file()), complaint.element()),
                    EngineComplaint.of(complaint.words()).code(),
                    List.of(Findings.shortened(complaint.words().strip().replaceAll("\\s+", " "), LONGEST_COMPLAINT))))
        .toList();
  }

  private List<Finding> checked(ModelBundle proposed, Set<String> changedFiles) {
    var findings = new ArrayList<Finding>();
    var passed = new TreeSet<String>();
    proposed
        .files()
        .forEach(
            (name, bytes) -> {
              var refusals = ModelGuard.check(name, bytes);
              if (refusals.isEmpty()) {
                passed.add(name);
              }
              refusals.forEach(refusal -> findings.add(guarded(name, refusal)));
            });
    var processes = new TreeMap<String, BpmnModelInstance>();
    for (String name : passed) {
      if (name.endsWith(".bpmn")) {
        read(name, findings, () -> processes.put(Models.stem(name), Models.process(proposed.files().get(name))));
      }
    }
    var around = new Surroundings(proposed.schemeId(), proposed.files().keySet(), processes, decisionInForce);
    var looked = new TreeSet<>(passed);
    looked.retainAll(changedFiles);
    for (String name : looked) {
      findings.addAll(look(name, proposed.files().get(name), around));
    }
    var changed = looked.stream().filter(name -> name.endsWith(".bpmn")).map(Models::stem).collect(Collectors.toSet());
    if (!changed.isEmpty()) {
      String first = looked.stream().filter(name -> name.endsWith(".bpmn")).findFirst().orElseThrow();
      var patience = new Findings(first, LONGEST_WALK);
      read(first, findings, () -> endedAlone(looked, changed, new EndedAlone(around, Program.here(), patience), findings));
    }
    return findings;
  }

  private static void endedAlone(Set<String> looked, Set<String> changed, EndedAlone alone, List<Finding> findings) {
    for (String name : looked) {
      if (name.endsWith(".bpmn")) {
        var told = new Findings(name);
        alone.tell(told, changed);
        findings.addAll(told.all());
      }
    }
  }

  private static Finding guarded(String name, ModelGuard.Refusal refusal) {
    return new Finding(Severity.ERROR, name, refusal.element(), refusal.element(), "guard." + refusal.code(), refusal.args());
  }

  private static List<Finding> look(String name, byte[] bytes, Surroundings around) {
    var program = Program.here();
    var findings = new Findings(name);
    read(
        name,
        findings.all(),
        () -> {
          if (name.endsWith(".bpmn")) {
            var model = around.process(Models.stem(name)).orElse(null);
            if (model != null) {
              new ProcessStyle(findings, model).check();
              new ProcessReferences(findings, model, around, program).check();
              new ProcessPaths(findings, model, around).check();
            }
          } else if (name.endsWith(".dmn")) {
            new TableChecks(findings, Models.decision(bytes), program).check();
          } else {
            var form = new FormChecks(findings, Models.form(bytes));
            form.style();
            form.home(program, around);
          }
        });
    return findings.all();
  }

  /** Whatever a file does to its reader is a finding, never an exception: it was written by somebody who may mean no good. */
  private static void read(String name, List<Finding> findings, Runnable reading) {
    try {
      reading.run();
    } catch (ModelException e) {
      LOG.debug("{} is not a model", name, e);
      findings.add(unreadable(name));
    } catch (Findings.TooLong e) {
      String stem = Models.stem(name);
      findings.add(new Finding(Severity.ERROR, name, stem, stem, Check.TOO_LONG.code(), List.of()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("{} could not be checked", name, e);
      findings.add(unreadable(name));
    }
  }

  private static Finding unreadable(String name) {
    String stem = Models.stem(name);
    return new Finding(Severity.ERROR, name, stem, stem, Check.UNREADABLE.code(), List.of());
  }
}
