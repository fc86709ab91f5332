package org.fingerpost.workbench.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Looks for ways on which a person's referral ends because of a table alone (UK GDPR, Articles 22A to 22D).
 *
 * <p>Walks every way that a referral can go without a person: from where a process begins, past everything but people's tasks and
 * somebody's messages, into called processes, knowing at each gateway what the arrow taken says about the proposal (see {@link
 * org.fingerpost.platform.engine.Proposes}). A task whose time runs out was nobody's decision, so the walk leaves it by its timer.
 */
final class EndedAlone {

  /** A walk that is not over after so many steps is given up, and said so. */
  private static final int MOST_STEPS = 20_000;

  private static final int DEEPEST_CALL = 5;

  private static final Pattern EXPRESSION =
      Pattern.compile("[$#]\\{\\s*(!?)\\s*([a-z][A-Za-z0-9]*)\\s*(?:==\\s*'([A-Z0-9_]+)'\\s*)?}");

  private final Surroundings around;
  private final Program program;
  private final Findings patience;
  private final List<Stop> found = new ArrayList<>();
  private final Set<String> givenUp = new HashSet<>();
  private int steps;

  EndedAlone(Surroundings around, Program program, Findings patience) {
    this.around = around;
    this.program = program;
    this.patience = patience;
    walk();
  }

  private void walk() {
    for (var entry : new TreeMap<>(around.processes()).entrySet()) {
      if (around.isCalled(entry.getKey())) {
        continue;
      }
      steps = 0;
      var seen = new HashSet<Place>();
      for (StartEvent start : beginnings(entry.getValue())) {
        walk(start, new Known(null, Map.of()), entry.getKey(), List.of(), seen);
      }
      if (steps > MOST_STEPS) {
        givenUp.add(entry.getKey());
      }
    }
  }


  private record Place(String process, String node, Known known) {}

  /**
   * What is known of the proposal on the way here.
   *
   * @param promise what the delegate promised that proposed; {@code null} before one did
   * @param values {@code "true"}, {@code "false"}, a code, or codes it is not ({@code "!A!B"}), by variable
   */
  private record Known(org.fingerpost.platform.engine.Proposes promise, Map<String, String> values) {

    private Known without(Collection<String> variables) {
      var left = new TreeMap<>(values);
      left.keySet().removeAll(variables);
      return new Known(promise, left);
    }

    /** With what an arrow says, or {@code null} when it cannot be taken. */
    private Known and(String variable, String code, boolean holds) {
      if (promise == null
          || !Set.of(promise.proposal(), promise.toConfirm(), promise.goesOn()).contains(variable)) {
        return this;
      }
      String before = values.get(variable);
      String now;
      if (code == null) {
        now = String.valueOf(holds);
        if (before != null && !before.equals(now)) {
          return null;
        }
      } else if (holds) {
        if (before != null && (before.startsWith("!") ? (before + "!").contains("!" + code + "!") : !before.equals(code))) {
          return null;
        }
        now = code;
      } else {
        if (code.equals(before)) {
          return null;
        }
        now = before == null ? "!" + code : before.startsWith("!") ? before + "!" + code : before;
      }
      var more = new TreeMap<>(values);
      more.put(variable, now);
      var known = new Known(promise, more);
      return known.impossible() ? null : known;
    }

    /** Against the promise: not to be confirmed, and yet not going on or with a code that must be confirmed. */
    private boolean impossible() {
      if (!"false".equals(values.get(promise.toConfirm()))) {
        return false;
      }
      String proposal = values.get(promise.proposal());
      boolean otherCode =
          proposal != null && !proposal.startsWith("!") && !Arrays.asList(promise.straightOn()).contains(proposal);
      boolean noneLeft =
          proposal != null
              && proposal.startsWith("!")
              && Arrays.stream(promise.straightOn()).allMatch(code -> (proposal + "!").contains("!" + code + "!"));
      return "false".equals(values.get(promise.goesOn())) || otherCode || noneLeft;
    }

    private boolean isOneOf(String[] codes) {
      return promise != null && Arrays.asList(codes).contains(values.get(promise.proposal()));
    }
  }

  private record Stop(FlowNode node, Known known, String process, List<CallActivity> calls) {}

  /** Whether the process ends on some way from here, without a person, so that its caller goes on. */
  private boolean walk(FlowNode from, Known before, String process, List<CallActivity> calls, Set<Place> seen) {
    boolean ends = false;
    var open = new ArrayDeque<Stop>();
    open.add(new Stop(from, before, process, calls));
    while (!open.isEmpty() && steps++ <= MOST_STEPS) {
      Stop stop = open.remove();
      patience.goOn();
      FlowNode node = stop.node();
      if (!seen.add(new Place(callsOf(stop) + stop.process(), node.getId(), stop.known()))) {
        continue;
      }
      final Known arrived = stop.known();
      Known known = arrived;
      if (node instanceof EndEvent) {
        ends = true;
      }
      if (node instanceof CatchEvent event && !(node instanceof StartEvent) && heard(event)) {
        continue;
      }
      for (BoundaryEvent event : ProcessPaths.edgeOf(node)) {
        if (!heard(event)) {
          open.add(new Stop(event, known, stop.process(), stop.calls()));
        }
      }
      if (node instanceof UserTask) {
        continue;
      }
      if (node instanceof CallActivity call && !goesThrough(call, known, stop, seen)) {
        continue;
      }
      if (node instanceof SubProcess part && !part.triggeredByEvent()) {
        part.getChildElementsByType(StartEvent.class)
            .forEach(start -> open.add(new Stop(start, arrived, stop.process(), stop.calls())));
      }
      String delegate = VariableUse.delegateOf(node);
      if (delegate != null) {
        known = written(node, delegate, known);
        Known here = known;
        program
            .ending(delegate)
            .filter(ending -> !here.isOneOf(ending.alsoAfter()))
            .ifPresent(ending -> found.add(stop));
      }
      for (var way : ways(node, known).entrySet()) {
        open.add(new Stop(way.getKey(), way.getValue(), stop.process(), stop.calls()));
      }
    }
    return ends;
  }

  private static String callsOf(Stop stop) {
    var path = new StringBuilder();
    stop.calls().forEach(call -> path.append(call.getId()).append('/'));
    return path.toString();
  }

  private boolean goesThrough(CallActivity call, Known known, Stop stop, Set<Place> seen) {
    var called = around.process(call.getCalledElement()).orElse(null);
    if (called == null || stop.calls().size() >= DEEPEST_CALL) {
      return false;
    }
    var calls = new ArrayList<>(stop.calls());
    calls.add(call);
    boolean ends = false;
    for (StartEvent start : beginnings(called)) {
      ends |= walk(start, known, call.getCalledElement(), calls, new HashSet<>());
    }
    return ends;
  }

  /** Where a process, or an event sub-process, begins without anybody's message. */
  private static List<StartEvent> beginnings(BpmnModelInstance process) {
    return process.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> !heard(start))
        .filter(start -> !(start.getParentElement() instanceof SubProcess part) || part.triggeredByEvent())
        .toList();
  }

  private Known written(FlowNode node, String delegate, Known known) {
    var proposing = program.proposing(delegate);
    return proposing.isPresent()
        ? new Known(proposing.get(), Map.of())
        : known.without(Models.listed(node, "writes"));
  }

  /** The next shapes with what is known there. */
  private static Map<FlowNode, Known> ways(FlowNode node, Known known) {
    var ways = new LinkedHashMap<FlowNode, Known>();
    if (!(node instanceof ExclusiveGateway) && !(node instanceof InclusiveGateway)) {
      Models.outgoing(node).stream()
          .map(SequenceFlow::getTarget)
          .filter(java.util.Objects::nonNull)
          .forEach(next -> ways.put(next, known));
      return ways;
    }
    SequenceFlow byDefault =
        node instanceof ExclusiveGateway gateway ? gateway.getDefault() : ((InclusiveGateway) node).getDefault();
    Known rest = known;
    for (SequenceFlow flow : Models.outgoing(node)) {
      Matcher condition = EXPRESSION.matcher(String.valueOf(Models.condition(flow)));
      if (flow.equals(byDefault) || flow.getTarget() == null) {
        continue;
      }
      if (!condition.matches()) {
        ways.put(flow.getTarget(), known);
        continue;
      }
      boolean holds = condition.group(1).isEmpty();
      Known taken = rest == null ? null : rest.and(condition.group(2), condition.group(3), holds);
      if (taken != null) {
        // Two arrows to one shape: what both know is not worked out, so nothing is known.
        ways.merge(flow.getTarget(), taken, (one, other) -> new Known(one.promise(), Map.of()));
      }
      if (node instanceof ExclusiveGateway && rest != null) {
        rest = rest.and(condition.group(2), condition.group(3), !holds);
      }
    }
    if (byDefault != null && byDefault.getTarget() != null && rest != null) {
      Known last = rest;
      ways.merge(byDefault.getTarget(), last, (one, other) -> new Known(one.promise(), Map.of()));
    }
    return ways;
  }

  /** Somebody's message is somebody's act. */
  private static boolean heard(CatchEvent event) {
    return event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
  }

  /** Tells of the steps of this file, and of the calls in it that lead to a step of a file that is not looked into. */
  void tell(Findings findings, Set<String> lookedInto) {
    var told = new HashSet<String>();
    for (Stop stop : found) {
      if (stop.process().equals(findings.stem())) {
        tell(findings, told, stop.node(), stop.node());
      } else if (!lookedInto.contains(stop.process())) {
        stop.calls().stream()
            .filter(call -> around.process(findings.stem()).filter(call.getModelInstance()::equals).isPresent())
            .findFirst()
            .ifPresent(call -> tell(findings, told, call, stop.node()));
      }
    }
    if (givenUp.contains(findings.stem())) {
      findings.addOfFile(Check.PATH_TOO_MANY);
    }
  }

  private static void tell(Findings findings, Set<String> told, FlowNode node, FlowNode step) {
    if (told.add(node.getId() + ' ' + step.getId())) {
      findings.add(Check.PATH_ALONE, node, Findings.nameOf(step));
    }
  }
}
