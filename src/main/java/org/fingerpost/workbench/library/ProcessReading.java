package org.fingerpost.workbench.library;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * How a process works, read from its model: the workbench shows it as a page, and the build writes it to {@code src/docs/models}.
 *
 * @param keptFor how long the engine may keep its history, as the model says it
 * @param byRole who does what; the group without roles is what Fingerpost does itself
 * @param caught errors and escalations that the process throws and hears
 * @param variables by name
 * @param decisions the steps that ask a table, by the table's key
 */
public record ProcessReading(
    String key,
    String name,
    String purpose,
    String versionTag,
    String keptFor,
    List<RoleSteps> byRole,
    List<Phase> phases,
    List<Timer> timers,
    List<Message> messages,
    List<Caught> caught,
    List<Part> parts,
    List<End> ends,
    List<Variable> variables,
    Map<String, Set<String>> decisions) {

  /**
   * The steps of one group of people.
   *
   * @param roles none for Fingerpost itself
   * @param given whether their tasks are given to somebody, the person's link worker
   */
  public record RoleSteps(List<String> roles, boolean given, List<Step> steps) {}

  /** @param form the form's id, or {@code null} */
  public record Step(String id, String name, String what, String form) {}

  /** A process that is called. */
  public record Phase(String id, String name, String what, String called, List<String> in, List<String> out) {}

  /**
   * @param time the variable that holds the time, or the time itself
   * @param then what happens then
   */
  public record Timer(String id, String name, String time, String then) {}

  /** When a message is heard. */
  public enum Heard {
    WHILE_OPEN,
    ANY_TIME,
    WAITED_FOR
  }

  /** @param during the step that is open when it is heard, or {@code null} */
  public record Message(String message, String event, Heard heard, String during, String then) {}

  /** @param code of the error or the escalation */
  public record Caught(boolean error, String code, String event, String then) {}

  /** A part that stands beside the flow. */
  public record Part(String id, String name, String what) {}

  public record End(String id, String name) {}

  /** @param writtenBy names of steps; none: whoever calls the process */
  public record Variable(String name, Set<String> writtenBy, Set<String> readBy) {}

  /** The variables that a step says it {@code reads} or {@code writes}. */
  public static List<String> listed(FlowElement element, String property) {
    return BpmnText.listed(element, property);
  }

  public static ProcessReading of(byte[] bpmn) {
    return of(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
  }

  public static ProcessReading of(BpmnModelInstance model) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    return new ProcessReading(
        process.getId(),
        process.getName() == null ? process.getId() : process.getName(),
        BpmnText.documentation(process),
        process.getCamundaVersionTag(),
        process.getCamundaHistoryTimeToLiveString(),
        byRole(model),
        phases(model),
        timers(model),
        messages(model),
        caught(model),
        parts(model),
        model.getModelElementsByType(EndEvent.class).stream().map(end -> new End(end.getId(), end.getName())).toList(),
        variables(model),
        decisions(model));
  }

  private static List<RoleSteps> byRole(BpmnModelInstance model) {
    record Who(List<String> roles, boolean given) {}
    var steps = new LinkedHashMap<Who, List<Step>>();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      var who = new Who(List.copyOf(task.getCamundaCandidateGroupsList()), task.getCamundaAssignee() != null);
      steps.computeIfAbsent(who, w -> new ArrayList<>()).add(step(task, task.getCamundaFormRef()));
    }
    var all = steps.entrySet().stream()
        .map(entry -> new RoleSteps(entry.getKey().roles(), entry.getKey().given(), entry.getValue()))
        .collect(Collectors.toCollection(ArrayList::new));
    var own =
        Stream.concat(
                model.getModelElementsByType(ServiceTask.class).stream(), model.getModelElementsByType(BusinessRuleTask.class).stream())
            .map(task -> step((Activity) task, null))
            .toList();
    if (!own.isEmpty()) {
      all.add(new RoleSteps(List.of(), false, own));
    }
    return all;
  }

  private static Step step(Activity activity, String form) {
    return new Step(activity.getId(), activity.getName(), BpmnText.documentation(activity), form);
  }

  private static List<Phase> phases(BpmnModelInstance model) {
    return model.getModelElementsByType(CallActivity.class).stream()
        .map(
            call ->
                new Phase(
                    call.getId(),
                    call.getName(),
                    BpmnText.documentation(call),
                    call.getCalledElement(),
                    BpmnText.in(call),
                    BpmnText.out(call)))
        .toList();
  }

  private static List<Timer> timers(BpmnModelInstance model) {
    return model.getModelElementsByType(TimerEventDefinition.class).stream()
        .map(
            timer -> {
              var event = (FlowNode) timer.getParentElement();
              return new Timer(event.getId(), event.getName(), BpmnText.variable(BpmnText.time(timer)), next(event));
            })
        .toList();
  }

  private static List<Message> messages(BpmnModelInstance model) {
    return model.getModelElementsByType(MessageEventDefinition.class).stream()
        .map(
            heard -> {
              var event = (FlowNode) heard.getParentElement();
              String message = heard.getMessage() == null ? "" : heard.getMessage().getName();
              if (event instanceof BoundaryEvent boundary) {
                return new Message(
                    message, event.getName(), Heard.WHILE_OPEN, boundary.getAttachedTo().getName(), next(event));
              }
              var when = event.getParentElement() instanceof SubProcess ? Heard.ANY_TIME : Heard.WAITED_FOR;
              return new Message(message, event.getName(), when, null, next(event));
            })
        .toList();
  }

  private static List<Caught> caught(BpmnModelInstance model) {
    var caught = new ArrayList<Caught>();
    for (var error : model.getModelElementsByType(ErrorEventDefinition.class)) {
      if (error.getParentElement() instanceof FlowNode event) {
        caught.add(new Caught(true, error.getError() == null ? "" : error.getError().getErrorCode(), event.getName(), next(event)));
      }
    }
    for (var escalation : model.getModelElementsByType(EscalationEventDefinition.class)) {
      if (escalation.getParentElement() instanceof FlowNode event) {
        String code = escalation.getEscalation() == null ? "" : escalation.getEscalation().getEscalationCode();
        caught.add(new Caught(false, code, event.getName(), next(event)));
      }
    }
    return caught;
  }

  private static List<Part> parts(BpmnModelInstance model) {
    return model.getModelElementsByType(SubProcess.class).stream()
        .map(part -> new Part(part.getId(), part.getName(), BpmnText.documentation(part)))
        .toList();
  }

  /** As seen from the process: what it reads to find its way, what its steps write, what goes in and comes out. */
  private static List<Variable> variables(BpmnModelInstance model) {
    var written = new TreeMap<String, Set<String>>();
    var read = new TreeMap<String, Set<String>>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      BpmnText.listed(element, "writes").forEach(name -> note(written, name, element.getName()));
      BpmnText.listed(element, "reads").forEach(name -> note(read, name, element.getName()));
    }
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      String condition = BpmnText.condition(flow);
      if (condition != null) {
        note(read, BpmnText.variable(condition), flow.getSource().getName());
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      for (String expression : new String[] {task.getCamundaAssignee(), task.getCamundaDueDate()}) {
        if (expression != null) {
          note(read, BpmnText.variable(expression), task.getName());
        }
      }
    }
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      note(read, BpmnText.variable(BpmnText.time(timer)), ((Event) timer.getParentElement()).getName());
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      BpmnText.in(call).forEach(name -> note(read, name, call.getName()));
      BpmnText.out(call).forEach(name -> note(written, name, call.getName()));
    }
    var names = new TreeSet<>(written.keySet());
    names.addAll(read.keySet());
    return names.stream()
        .map(name -> new Variable(name, written.getOrDefault(name, Set.of()), read.getOrDefault(name, Set.of())))
        .toList();
  }

  private static Map<String, Set<String>> decisions(BpmnModelInstance model) {
    var used = new TreeMap<String, Set<String>>();
    for (Activity activity : model.getModelElementsByType(Activity.class)) {
      String decision = BpmnText.property(activity, "decision");
      if (decision != null) {
        note(used, decision, activity.getName());
      }
    }
    return used;
  }

  private static void note(Map<String, Set<String>> where, String name, String by) {
    where.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(String.valueOf(by));
  }

  private static String next(FlowNode event) {
    return next(event, new LinkedHashSet<>());
  }

  /** A joining gateway has no name: what comes after it is what one wants to know. */
  private static String next(FlowNode node, Collection<FlowNode> seen) {
    return node.getOutgoing().stream()
        .map(SequenceFlow::getTarget)
        .filter(seen::add)
        .map(target -> target.getName() != null ? target.getName() : next(target, seen))
        .collect(Collectors.joining(", "));
  }
}
