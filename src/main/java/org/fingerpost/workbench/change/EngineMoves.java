package org.fingerpost.workbench.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fingerpost.workbench.change.MoveProposal.Standing;
import org.fingerpost.workbench.change.MoveProposal.Step;
import org.fingerpost.workbench.change.MoveProposal.Vanished;
import org.springframework.stereotype.Component;

/** What the engine says about moving running instances from one version of a process to another. */
@Component
class EngineMoves {

  private final RuntimeService runtime;
  private final RepositoryService repository;

  EngineMoves(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  /**
   * Every older version of a process on which something of the scheme still runs, with the latest version to move to.
   *
   * @param schemeId {@code null} for all schemes that run the shared models
   */
  List<Leg> legs(String process, String schemeId) {
    var versions = repository.createProcessDefinitionQuery().processDefinitionKey(process).orderByProcessDefinitionVersion().asc().list();
    var latest =
        versions.stream()
            .filter(version -> Objects.equals(version.getTenantId(), schemeId))
            .reduce((one, other) -> other)
            // A scheme without a variant of its own moves within the shared versions.
            .or(() -> versions.stream().filter(version -> version.getTenantId() == null).reduce((one, other) -> other));
    return latest
        .map(
            to ->
                versions.stream()
                    .filter(from -> !from.getId().equals(to.getId()))
                    .filter(from -> from.getTenantId() == null || from.getTenantId().equals(schemeId))
                    .filter(from -> to.getTenantId() == null || from.getTenantId() == null || from.getVersion() < to.getVersion())
                    .map(from -> new Leg(process, from.getId(), from.getVersion(), to.getId(), to.getVersion(), Map.of()))
                    .filter(leg -> !running(leg, schemeId).isEmpty())
                    .toList())
        .orElse(List.of());
  }

  /** What runs on the version a leg begins with, as far as the scheme is meant. */
  List<ProcessInstance> running(Leg leg, String schemeId) {
    var query = runtime.createProcessInstanceQuery().processDefinitionId(leg.from());
    if (schemeId != null) {
      return query.tenantIdIn(schemeId).list();
    }
    var withVariant = schemesWithVariant(leg.process());
    return query.list().stream().filter(instance -> !withVariant.contains(Objects.toString(instance.getTenantId(), ""))).toList();
  }

  private Set<String> schemesWithVariant(String process) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().list().stream()
        .map(ProcessDefinition::getTenantId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The process itself and all that call it, directly or not: forms and called processes are bound to the deployment. */
  static Set<String> withCallers(Set<String> processes, Map<String, byte[]> bundle) {
    var callers = new TreeMap<String, Set<String>>();
    bundle.forEach(
        (name, bytes) -> {
          if (name.endsWith(".bpmn")) {
            var model = org.camunda.bpm.model.bpmn.Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(bytes));
            String caller = name.substring("bpmn/".length(), name.length() - ".bpmn".length());
            model
                .getModelElementsByType(CallActivity.class)
                .forEach(call -> callers.computeIfAbsent(call.getCalledElement(), key -> new TreeSet<>()).add(caller));
          }
        });
    var all = new TreeSet<>(processes);
    var left = new ArrayList<>(processes);
    while (!left.isEmpty()) {
      for (String caller : callers.getOrDefault(left.remove(0), Set.of())) {
        if (all.add(caller)) {
          left.add(caller);
        }
      }
    }
    return all;
  }

  /** The processes in a bundle whose tasks show a form. */
  static Set<String> using(String form, Map<String, byte[]> bundle) {
    var using = new TreeSet<String>();
    bundle.forEach(
        (name, bytes) -> {
          if (name.endsWith(".bpmn")) {
            var model = org.camunda.bpm.model.bpmn.Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(bytes));
            if (model.getModelElementsByType(UserTask.class).stream().anyMatch(task -> form.equals(task.getCamundaFormRef()))) {
              using.add(name.substring("bpmn/".length(), name.length() - ".bpmn".length()));
            }
          }
        });
    return using;
  }

  /** What the engine proposes for a leg, in the order of the model. */
  MoveProposal proposal(Leg leg, String schemeId) {
    var before = model(leg.from());
    var after = model(leg.to());
    var mapped =
        runtime.createMigrationPlan(leg.from(), leg.to()).mapEqualActivities().build().getInstructions().stream()
            .collect(Collectors.toMap(MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
    var standing = standing(leg, schemeId);
    var vanished = new ArrayList<Vanished>();
    for (FlowElement step : waiting(before)) {
      if (!mapped.containsKey(step.getId())) {
        var options = new LinkedHashMap<String, String>();
        waiting(after).stream()
            .filter(other -> other.getElementType().equals(step.getElementType()))
            .forEach(other -> options.put(other.getId(), named(other)));
        vanished.add(new Vanished(step.getId(), named(step), standing.getOrDefault(step.getId(), 0), options));
      }
    }
    var added =
        waiting(after).stream().filter(step -> !mapped.containsValue(step.getId())).map(step -> new Step(step.getId(), named(step))).toList();
    var same =
        waiting(before).stream()
            .filter(step -> mapped.containsKey(step.getId()))
            .map(step -> new Standing(step.getId(), named(step), standing.getOrDefault(step.getId(), 0)))
            .toList();
    return new MoveProposal(same, vanished, added);
  }

  private Map<String, Integer> standing(Leg leg, String schemeId) {
    var standing = new TreeMap<String, Integer>();
    running(leg, schemeId).forEach(instance -> steps(instance.getId()).forEach(step -> standing.merge(step, 1, Integer::sum)));
    return standing;
  }

  /** The steps at which an instance can stand. */
  private static List<FlowElement> waiting(BpmnModelInstance model) {
    var waiting = new ArrayList<FlowElement>();
    waiting.addAll(model.getModelElementsByType(UserTask.class));
    waiting.addAll(model.getModelElementsByType(CallActivity.class));
    waiting.addAll(model.getModelElementsByType(IntermediateCatchEvent.class));
    return waiting;
  }

  /** Where an instance stands: the waiting steps, without the scopes around them. */
  List<String> steps(String instanceId) {
    var instance = runtime.getActivityInstance(instanceId);
    if (instance == null) {
      return List.of();
    }
    var steps = new ArrayList<String>();
    var left = new ArrayList<>(Arrays.asList(instance.getChildActivityInstances()));
    while (!left.isEmpty()) {
      var at = left.remove(0);
      if (at.getChildActivityInstances().length == 0) {
        steps.add(at.getActivityId());
      }
      left.addAll(Arrays.asList(at.getChildActivityInstances()));
    }
    return steps;
  }

  /** Whether an instance still runs on the version a leg begins with. */
  boolean isOn(String instanceId, Leg leg) {
    return runtime.createProcessInstanceQuery().processInstanceId(instanceId).processDefinitionId(leg.from()).count() > 0;
  }

  /** Moves one instance, in the transaction of whoever asks. */
  void move(String instanceId, Leg leg, String target, List<String> steps) {
    var more = new TreeMap<>(leg.instead());
    if (target != null) {
      unmapped(leg, steps).forEach(step -> more.put(step, target));
    }
    runtime.newMigration(plan(leg, more)).processInstanceIds(instanceId).execute();
  }

  private List<String> unmapped(Leg leg, List<String> steps) {
    var mapped = new TreeSet<String>();
    plan(leg, leg.instead()).getInstructions().forEach(instruction -> mapped.add(instruction.getSourceActivityId()));
    return steps.stream().filter(step -> !mapped.contains(step)).toList();
  }

  /**
   * The engine's plan, with the manager's mappings. A timer or message is begun anew only where the model changed what it waits for:
   * everybody else keeps the day they were given.
   */
  private MigrationPlan plan(Leg leg, Map<String, String> instead) {
    var before = model(leg.from());
    var after = model(leg.to());
    var mapped = new LinkedHashMap<String, String>();
    for (var equal : runtime.createMigrationPlan(leg.from(), leg.to()).mapEqualActivities().build().getInstructions()) {
      mapped.put(equal.getSourceActivityId(), equal.getTargetActivityId());
    }
    instead.forEach(
        (gone, other) -> {
          mapped.put(gone, other);
          mapped.putAll(borders(before, gone, after, other));
        });
    MigrationPlanBuilder builder = runtime.createMigrationPlan(leg.from(), leg.to());
    for (var one : mapped.entrySet()) {
      var mapping = builder.mapActivities(one.getKey(), one.getValue());
      boolean sameTrigger = trigger(before, one.getKey()).equals(trigger(after, one.getValue()));
      builder = sameTrigger ? mapping : mapping.updateEventTrigger();
    }
    return builder.build();
  }

  /** The events on the border of a step that stand for those on the border of the one that vanished: their days go on too. */
  private static Map<String, String> borders(BpmnModelInstance before, String gone, BpmnModelInstance after, String other) {
    var borders = new LinkedHashMap<String, String>();
    for (var event : on(before, gone)) {
      on(after, other).stream()
          .filter(candidate -> !borders.containsValue(candidate.getId()))
          .filter(candidate -> trigger(before, event.getId()).equals(trigger(after, candidate.getId())))
          .findFirst()
          .ifPresent(candidate -> borders.put(event.getId(), candidate.getId()));
    }
    return borders;
  }

  private static List<BoundaryEvent> on(BpmnModelInstance model, String step) {
    return model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo() != null && step.equals(event.getAttachedTo().getId()))
        .toList();
  }

  /** What an event waits for, as text; empty for everything that is no event. */
  private static String trigger(BpmnModelInstance model, String id) {
    if (!(model.getModelElementById(id) instanceof CatchEvent event)) {
      return "";
    }
    var text = new StringBuilder();
    for (EventDefinition definition : event.getEventDefinitions()) {
      if (definition instanceof TimerEventDefinition) {
        text.append(definition.getTextContent().strip());
      } else if (definition instanceof MessageEventDefinition message) {
        text.append(message.getMessage() == null ? "" : message.getMessage().getName());
      }
    }
    return text.toString();
  }

  /** @throws IllegalArgumentException with the engine's sentence, where a mapping cannot be */
  void check(Leg leg) {
    try {
      plan(leg, leg.instead());
    } catch (MigrationPlanValidationException e) {
      throw new IllegalArgumentException(
          e.getValidationReport().getInstructionReports().stream()
              .flatMap(report -> report.getFailures().stream())
              .collect(Collectors.joining(" ")),
          e);
    }
  }

  /** Why an instance could not be moved, with the step by its name. */
  Obstacle why(RuntimeException e, Leg leg) {
    if (e instanceof MigratingProcessInstanceValidationException refused) {
      for (var report : refused.getValidationReport().getActivityInstanceReports()) {
        if (report.hasFailures()) {
          String step = name(leg.from(), report.getSourceScopeId());
          boolean gone = report.getFailures().stream().anyMatch(failure -> failure.contains("no migration instruction"));
          return gone
              ? Obstacle.of("change.move.vanished", step)
              : Obstacle.of("change.move.engine", step, String.join(" ", report.getFailures()));
        }
      }
      return Obstacle.of("change.move.engine", leg.process(), String.join(" ", refused.getValidationReport().getFailures()));
    }
    return Obstacle.of("change.move.engine", leg.process(), e.getClass().getSimpleName());
  }

  String name(String definitionId, String element) {
    return model(definitionId).getModelElementById(element) instanceof FlowElement named ? named(named) : element;
  }

  boolean isShared(String definitionId) {
    return repository.getProcessDefinition(definitionId).getTenantId() == null;
  }

  String processName(String definitionId) {
    return Objects.toString(repository.getProcessDefinition(definitionId).getName(), definitionId);
  }

  private static String named(FlowElement element) {
    return Objects.toString(element.getName(), element.getId());
  }

  private BpmnModelInstance model(String definitionId) {
    return repository.getBpmnModelInstance(definitionId);
  }
}
