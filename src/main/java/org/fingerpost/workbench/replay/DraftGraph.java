package org.fingerpost.workbench.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.xml.ModelException;
import org.fingerpost.platform.engine.ModelGuard;

/** The steps of a draft process and what follows what, read from bytes that the guard has passed. */
final class DraftGraph {

  /** What a node does with a token. */
  enum Kind {
    /** Work or a wait: stands in a history. */
    STEP,
    /** A frame around steps. */
    FRAME,
    START,
    /** Begins a frame that waits beside the others, by message, timer or error. */
    EVENT_START,
    BOUNDARY,
    /** Passed without a trace of its own that would matter. */
    THROW,
    ANY_ONE,
    ALL,
    SOME,
    END,
    END_OF_ALL
  }

  /**
   * @param scope id of the frame it is in, or of the process
   * @param host of a boundary event; otherwise {@code null}
   * @param interrupting of a boundary event or a start of a frame that waits
   * @param waitsBeside of a frame: begun by its own start event, not by a token
   * @param chooses whether its ways out have conditions, so that not all need be taken
   */
  record Node(
      String id,
      String name,
      Kind kind,
      String scope,
      String host,
      boolean interrupting,
      boolean waitsBeside,
      boolean chooses,
      List<String> in,
      List<String> out) {

    /** The name, or where it has none, the id. */
    String called() {
      return name == null || name.isBlank() ? id : name.replaceAll("\\s+", " ").trim();
    }
  }

  private final String key;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> flowScopes = new HashMap<>();

  private DraftGraph(Process process) {
    this.key = process.getId();
    // From the flows themselves: that a node names its flows as well is usual, and not needed.
    var ways = new HashMap<FlowNode, List<SequenceFlow>>();
    var into = new HashMap<FlowNode, List<String>>();
    for (SequenceFlow flow : process.getModelInstance().getModelElementsByType(SequenceFlow.class)) {
      ways.computeIfAbsent(flow.getSource(), node -> new ArrayList<>()).add(flow);
      into.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>()).add(flow.getId());
      targets.put(flow.getId(), flow.getTarget().getId());
      flowScopes.put(flow.getId(), scope(flow.getSource()));
    }
    for (FlowNode node : process.getModelInstance().getModelElementsByType(FlowNode.class)) {
      if (!(root(node) instanceof Process owner) || !owner.getId().equals(key)) {
        continue;
      }
      var out = ways.getOrDefault(node, List.of());
      nodes.put(
          node.getId(),
          new Node(
              node.getId(),
              node.getName(),
              kind(node),
              scope(node),
              node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : null,
              node instanceof BoundaryEvent event
                  ? event.cancelActivity()
                  : node instanceof StartEvent start && start.isInterrupting(),
              node instanceof SubProcess frame && frame.triggeredByEvent(),
              out.stream().anyMatch(flow -> flow.getConditionExpression() != null),
              into.getOrDefault(node, List.of()),
              out.stream().map(SequenceFlow::getId).toList()));
    }
  }

  /**
   * @throws TableRefused if the guard refuses the bytes or they hold no process
   */
  static DraftGraph of(String file, byte[] bytes) {
    var refusals = ModelGuard.check(file, bytes);
    if (!refusals.isEmpty()) {
      throw new TableRefused(refusals.stream().map(ModelGuard.Refusal::toString).toList());
    }
    try {
      return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)).getModelElementsByType(Process.class).stream()
          .findFirst()
          .map(DraftGraph::new)
          .orElseThrow(() -> new TableRefused(List.of(file + " holds no process.")));
    } catch (ModelException e) {
      throw new TableRefused(List.of("%s cannot be read as a process: %s".formatted(file, e.getMessage())));
    }
  }

  private static Object root(FlowNode node) {
    var parent = node.getParentElement();
    while (parent instanceof SubProcess frame) {
      parent = frame.getParentElement();
    }
    return parent;
  }

  private static String scope(FlowNode node) {
    return ((org.camunda.bpm.model.bpmn.instance.BaseElement) node.getParentElement()).getId();
  }

  private static Kind kind(FlowNode node) {
    if (node instanceof ParallelGateway) {
      return Kind.ALL;
    }
    if (node instanceof InclusiveGateway) {
      return Kind.SOME;
    }
    if (node instanceof Gateway) {
      return Kind.ANY_ONE;
    }
    if (node instanceof BoundaryEvent) {
      return Kind.BOUNDARY;
    }
    if (node instanceof StartEvent) {
      return node.getParentElement() instanceof SubProcess frame && frame.triggeredByEvent() ? Kind.EVENT_START : Kind.START;
    }
    if (node instanceof EndEvent end) {
      return end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance)
          ? Kind.END_OF_ALL
          : Kind.END;
    }
    if (node instanceof IntermediateThrowEvent) {
      return Kind.THROW;
    }
    return node instanceof SubProcess ? Kind.FRAME : Kind.STEP;
  }

  String key() {
    return key;
  }

  /** The node of an id, or {@code null}. */
  Node node(String id) {
    return nodes.get(id);
  }

  Node target(String flow) {
    return nodes.get(targets.get(flow));
  }

  /** The ways out of the none start event of a frame or of the process. */
  List<String> begin(String scope) {
    return nodes.values().stream()
        .filter(node -> node.kind() == Kind.START && node.scope().equals(scope))
        .findFirst()
        .map(Node::out)
        .orElse(List.of());
  }

  /** Whether a scope is the other or lies in it. */
  boolean within(String scope, String outer) {
    for (String at = scope; at != null; at = nodes.containsKey(at) ? nodes.get(at).scope() : null) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /** The scope in which a token lies: that of a flow, or of a node that is being worked on. */
  String scopeOf(String token) {
    return token.startsWith(Marking.IN)
        ? nodes.get(token.substring(Marking.IN.length())).scope()
        : flowScopes.get(token);
  }

  Set<String> stepIds() {
    return new LinkedHashSet<>(nodes.keySet());
  }
}
