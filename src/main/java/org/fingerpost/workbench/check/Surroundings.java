package org.fingerpost.workbench.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** What stands around a model that is checked: the bundle it would be deployed with, and what is in force beside that. */
public final class Surroundings {

  private final String schemeId;
  private final Set<String> files;
  private final Map<String, BpmnModelInstance> processes;
  private final Predicate<String> decisionInForce;
  private final Map<String, Set<String>> passed = new HashMap<>();
  private final Map<String, Set<String>> alwaysPassed = new HashMap<>();
  private final Map<List<Object>, Set<String>> atEnd = new HashMap<>();

  /**
   * @param schemeId the scheme, or {@code null} for the shared models
   * @param files names of everything in the bundle
   * @param processes the bundle's processes that could be read, by id
   * @param decisionInForce whether a decision that is not in the bundle would be found beside it
   */
  public Surroundings(
      String schemeId, Set<String> files, Map<String, BpmnModelInstance> processes, Predicate<String> decisionInForce) {
    this.schemeId = schemeId;
    this.files = Set.copyOf(files);
    this.processes = Map.copyOf(processes);
    this.decisionInForce = decisionInForce;
    processes
        .values()
        .forEach(
            model ->
                model
                    .getModelElementsByType(CallActivity.class)
                    .forEach(this::note));
  }

  private void note(CallActivity call) {
    String called = String.valueOf(call.getCalledElement());
    var names = VariableUse.passedBy(call).keySet();
    passed.computeIfAbsent(called, key -> new java.util.TreeSet<>()).addAll(names);
    alwaysPassed.computeIfAbsent(called, key -> new java.util.TreeSet<>(names)).retainAll(names);
  }

  /** Forms are bound to the deployment, so only the bundle's own count. */
  boolean hasForm(String form) {
    return files.contains("forms/" + form + ".form");
  }

  /** Called processes are bound to the deployment too. */
  boolean hasProcess(String process) {
    return files.contains("bpmn/" + process + ".bpmn");
  }

  /** A scheme's process may ask a table that all schemes share. */
  boolean hasDecision(String decision) {
    return files.contains("dmn/" + decision + ".dmn") || (schemeId != null && decisionInForce.test(decision));
  }

  boolean hasProcesses() {
    return !processes.isEmpty();
  }

  Optional<BpmnModelInstance> process(String id) {
    return Optional.ofNullable(id == null ? null : processes.get(id));
  }

  Map<String, BpmnModelInstance> processes() {
    return processes;
  }

  boolean isCalled(String process) {
    return passed.containsKey(process);
  }

  /** The variables that the bundle's processes pass to this one. */
  Set<String> passedTo(String process) {
    return passed.getOrDefault(process, Set.of());
  }

  /** The variables that each call of this process passes. */
  Set<String> alwaysPassedTo(String process) {
    return alwaysPassed.getOrDefault(process, Set.of());
  }

  /** What a process has written at its end when it is given these; worked out once. */
  Set<String> atEnd(String process, Set<String> given, Supplier<Set<String>> working) {
    var key = List.<Object>of(process, given);
    var known = atEnd.get(key);
    if (known == null) {
      known = working.get();
      atEnd.put(key, known);
    }
    return known;
  }
}
