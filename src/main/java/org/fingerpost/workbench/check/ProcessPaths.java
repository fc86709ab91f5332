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
 * Where the arrows of a process lead: that everything can be reached and everything can end, and that nothing goes round without
 * waiting.
 */
final class ProcessPaths {

  private final Findings findings;
  private final BpmnModelInstance model;
  private final Surroundings around;
  ProcessPaths(Findings findings, BpmnModelInstance model, Surroundings around) {
    this.findings = findings;
    this.model = model;
    this.around = around;
  }

  void check() {
    model.getModelElementsByType(Process.class).forEach(process -> level(process.getFlowElements(), process));
    model.getModelElementsByType(SubProcess.class).forEach(part -> level(part.getFlowElements(), part));
    if (!round(Check.PATH_LOOP, node -> Models.property(node, "decision") != null)) {
      round(Check.PATH_LOOP_TABLE, node -> false);
    }
  }

  // ---- reached, and able to end

  private void level(Collection<FlowElement> elements, org.camunda.bpm.model.bpmn.instance.BaseElement owner) {
    var nodes = elements.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).toList();
    var before = new HashMap<FlowNode, List<FlowNode>>();
    nodes.forEach(node -> after(node).forEach(next -> before.computeIfAbsent(next, key -> new ArrayList<>()).add(node)));
    var starts = nodes.stream().filter(ProcessPaths::begins).toList();
    if (starts.stream().noneMatch(StartEvent.class::isInstance)) {
      findings.add(Check.PATH_START, owner);
      return;
    }
    var reached = closure(starts, this::after);
    var ending = closure(nodes.stream().filter(EndEvent.class::isInstance).toList(), node -> before.getOrDefault(node, List.of()));
    for (FlowNode node : nodes) {
      if (!reached.contains(node)) {
        findings.add(Check.PATH_UNREACHED, node);
      } else if (!ending.contains(node) && !isEventSubProcess(node)) {
        findings.add(Check.PATH_NO_END, node);
      }
    }
  }

  private static boolean begins(FlowNode node) {
    return node instanceof StartEvent || isEventSubProcess(node);
  }

  private static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess part && part.triggeredByEvent();
  }

  /** Where a token can go from here: along the arrows, and out of an activity by the events at its edge. */
  private List<FlowNode> after(FlowNode node) {
    findings.goOn();
    var next = new ArrayList<FlowNode>();
    Models.outgoing(node).stream().map(SequenceFlow::getTarget).filter(java.util.Objects::nonNull).forEach(next::add);
    next.addAll(edgeOf(node));
    return next;
  }

  static List<BoundaryEvent> edgeOf(FlowNode node) {
    return node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
        .filter(event -> node.equals(event.getAttachedTo()))
        .toList();
  }

  private static Set<FlowNode> closure(Collection<FlowNode> from, java.util.function.Function<FlowNode, List<FlowNode>> next) {
    var seen = new HashSet<FlowNode>(from);
    var open = new ArrayDeque<FlowNode>(from);
    while (!open.isEmpty()) {
      for (FlowNode node : next.apply(open.remove())) {
        if (seen.add(node)) {
          open.add(node);
        }
      }
    }
    return seen;
  }

  // ---- no round without a wait

  /** A round that asks a table may end by the table's answer, so it is only told. */
  private boolean round(Check check, java.util.function.Predicate<FlowNode> breaks) {
    var nodes =
        model.getModelElementsByType(FlowNode.class).stream().filter(node -> !waits(node) && !breaks.test(node)).toList();
    // Whatever has no way in among those left lies on no round; what is left when nothing more can be taken away does.
    var arrows = new HashMap<FlowNode, List<FlowNode>>();
    var into = new HashMap<FlowNode, Integer>();
    var left = new LinkedHashSet<>(nodes);
    for (FlowNode node : nodes) {
      findings.goOn();
      var next = Models.outgoing(node).stream().map(SequenceFlow::getTarget).filter(left::contains).toList();
      arrows.put(node, next);
      next.forEach(target -> into.merge(target, 1, Integer::sum));
    }
    var open = new ArrayDeque<>(nodes.stream().filter(node -> into.getOrDefault(node, 0) == 0).toList());
    while (!open.isEmpty()) {
      FlowNode node = open.remove();
      left.remove(node);
      for (FlowNode next : arrows.get(node)) {
        if (into.merge(next, -1, Integer::sum) == 0) {
          open.add(next);
        }
      }
    }
    var onARound =
        left.stream().filter(node -> closure(new ArrayList<>(arrows.get(node)), next -> afterIn(arrows, next)).contains(node)).findFirst();
    onARound.ifPresent(node -> findings.add(check, node));
    return onARound.isPresent();
  }

  private List<FlowNode> afterIn(Map<FlowNode, List<FlowNode>> arrows, FlowNode node) {
    findings.goOn();
    return arrows.get(node);
  }

  /** A person, a date, a message, or another process that waits for one of these. */
  private boolean waits(FlowNode node) {
    if (node instanceof CallActivity call) {
      return around.process(call.getCalledElement()).isEmpty() || !passesAlone(call.getCalledElement(), new HashSet<>());
    }
    return node instanceof UserTask || node instanceof IntermediateCatchEvent || node instanceof BoundaryEvent;
  }

  private boolean passesAlone(String process, Set<String> asking) {
    var called = around.process(process).orElse(null);
    if (called == null || !asking.add(process)) {
      return false;
    }
    var starts = called.getModelElementsByType(StartEvent.class).stream().map(FlowNode.class::cast).toList();
    return closure(
            starts,
            node ->
                node instanceof UserTask
                        || node instanceof IntermediateCatchEvent
                        || (node instanceof CallActivity call && !passesAlone(call.getCalledElement(), new HashSet<>(asking)))
                    ? List.of()
                    : Models.outgoing(node).stream().map(SequenceFlow::getTarget).filter(java.util.Objects::nonNull).toList())
        .stream()
        .anyMatch(EndEvent.class::isInstance);
  }
}
