package org.fingerpost.workbench.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Which variables are written on every way to each step of a process, and where one is read that some way leaves out.
 *
 * <p>What is known to be written is carried along the arrows until nothing more is lost: ways that meet keep what all of them wrote;
 * branches that are joined again keep what any of them wrote. What a step writes counts for what comes after it; an event at its edge
 * leaves before that. A called process gives back only what is written on every way through it. An event sub-process begins while the
 * process waits somewhere, so it knows what is written at every step that waits.
 */
final class VariableFlow {

  private static final int DEEPEST_CALL = 5;
  private static final int LONGEST_WAY = 7;

  /**
   * A variable that is read where some way has not written it.
   *
   * @param element where it is read
   * @param stops whether the engine cannot go on without it: a condition, a timer, an assignee, a priority
   * @param way the steps of such a way, as people call them
   */
  record Missing(BaseElement element, String variable, boolean stops, List<String> way) {}

  private final String process;
  private final BpmnModelInstance model;
  private final Surroundings around;
  private final Program program;
  private final Findings patience;
  private final int depth;
  private final Set<String> given;
  private final List<FlowNode> nodes;
  private final Map<FlowNode, Set<String>> written = new HashMap<>();
  private final Map<FlowNode, Set<String>> emptied = new HashMap<>();
  private final Map<FlowNode, List<BoundaryEvent>> edges = new HashMap<>();
  private final Map<FlowNode, List<FlowNode>> waits = new HashMap<>();
  private final Map<FlowNode, List<FlowNode>> told = new HashMap<>();

  /** What has been written on every way to a node that has been found so far; it only ever gets less. */
  private final Map<FlowNode, Set<String>> arrived = new HashMap<>();

  /**
   * @param given what is there when the process begins
   * @param patience counts the work
   */
  VariableFlow(
      String process, BpmnModelInstance model, Set<String> given, Surroundings around, Program program, Findings patience) {
    this(process, model, given, around, program, patience, 0);
  }

  private VariableFlow(
      String process, BpmnModelInstance model, Set<String> given, Surroundings around, Program program, Findings patience, int depth) {
    this.process = process;
    this.model = model;
    this.around = around;
    this.program = program;
    this.patience = patience;
    this.depth = depth;
    this.given = given;
    this.nodes = List.copyOf(model.getModelElementsByType(FlowNode.class));
    for (FlowNode node : nodes) {
      writes(node);
      if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
        edges.computeIfAbsent(event.getAttachedTo(), key -> new ArrayList<>()).add(event);
      }
    }
    carry();
  }

  private void writes(FlowNode node) {
    var names = new TreeSet<>(Models.listed(node, "writes"));
    names.addAll(program.givenAt(process, node.getId()));
    var lost = new TreeSet<String>();
    if (node instanceof CallActivity call) {
      var returned = VariableUse.returnedBy(call);
      var sure = givenBack(call);
      returned.forEach((target, source) -> (sure == null || sure.contains(source) ? names : lost).add(target));
    }
    written.put(node, names);
    emptied.put(node, lost);
  }

  /** What a called process has written whichever way it went; {@code null} where that is not known. */
  private Set<String> givenBack(CallActivity call) {
    var called = around.process(call.getCalledElement()).orElse(null);
    if (called == null || depth >= DEEPEST_CALL) {
      return null;
    }
    var handed = givenBy(call, program);
    return around.atEnd(
        call.getCalledElement(), handed, () -> new VariableFlow(call.getCalledElement(), called, handed, around, program, patience, depth + 1).atEnd());
  }

  /** What the program gives to a process when it starts it, beside what a calling process passes. */
  private static Set<String> startsWith(Program program, String process) {
    var given = new TreeSet<>(program.givenTo(process));
    given.removeAll(program.passedTo(process));
    return given;
  }

  /** What is there when a process of the bundle begins, whoever starts or calls it. */
  static Set<String> givenTo(String process, Surroundings around, Program program) {
    var given = new TreeSet<>(program.givenTo(process));
    if (around.isCalled(process)) {
      given.addAll(around.alwaysPassedTo(process));
    }
    return given;
  }

  /** What a call hands over, with what the program gives. */
  static Set<String> givenBy(CallActivity call, Program program) {
    var given = new TreeSet<>(VariableUse.passedBy(call).keySet());
    given.addAll(startsWith(program, call.getCalledElement()));
    return given;
  }

  // ---- carried along

  private void carry() {
    var open = new ArrayDeque<FlowNode>(nodes);
    var queued = new HashSet<FlowNode>(nodes);
    while (!open.isEmpty()) {
      FlowNode node = open.remove();
      queued.remove(node);
      patience.goOn();
      var now = before(node);
      if (now == null || now.equals(arrived.get(node))) {
        continue;
      }
      arrived.put(node, now);
      for (FlowNode next : touchedBy(node)) {
        if (queued.add(next)) {
          open.add(next);
        }
      }
    }
  }

  /** What is written on every way to a node; {@code null} where no way is known yet. */
  private Set<String> before(FlowNode node) {
    if (node instanceof StartEvent) {
      return atStart(node);
    }
    if (node instanceof SubProcess part && part.triggeredByEvent()) {
      return scopeOf(node);
    }
    if (node instanceof BoundaryEvent event) {
      return event.getAttachedTo() == null ? null : arrived.get(event.getAttachedTo());
    }
    var ways = new ArrayList<Set<String>>();
    sourcesOf(node).forEach(source -> ways.add(after(source)));
    boolean joins = node instanceof ParallelGateway;
    if (joins && ways.contains(null)) {
      return null;
    }
    ways.removeIf(Objects::isNull);
    if (ways.isEmpty()) {
      return null;
    }
    var all = new TreeSet<>(ways.get(0));
    for (Set<String> way : ways) {
      if (joins) {
        all.addAll(way);
      } else {
        all.retainAll(way);
      }
    }
    return all;
  }

  private Set<String> atStart(FlowNode start) {
    if (!(start.getParentElement() instanceof SubProcess part)) {
      return given;
    }
    if (!part.triggeredByEvent()) {
      return arrived.get(part);
    }
    var scope = scopeOf(part);
    return scope == null ? null : common(beginning(start, part), scope);
  }

  /** From where an event sub-process begins: where the process tells of it, or where it waits for something from outside. */
  private List<FlowNode> beginning(FlowNode start, SubProcess part) {
    var heard = toldIn(start);
    return heard.isEmpty() ? waitingIn(part.getParentElement()) : heard;
  }

  private List<FlowNode> toldIn(FlowNode start) {
    return told.computeIfAbsent(
        start,
        key ->
            definitions(start).stream()
                .filter(EscalationEventDefinition.class::isInstance)
                .map(EscalationEventDefinition.class::cast)
                .flatMap(heard -> nodes.stream().filter(ThrowEvent.class::isInstance).filter(node -> tells(node, heard)))
                .toList());
  }

  private static boolean tells(FlowNode node, EscalationEventDefinition heard) {
    return definitions(node).stream()
        .filter(EscalationEventDefinition.class::isInstance)
        .map(EscalationEventDefinition.class::cast)
        .anyMatch(told -> heard.getEscalation() == null || heard.getEscalation().equals(told.getEscalation()));
  }

  private Set<String> common(Collection<? extends FlowNode> waiting, Set<String> otherwise) {
    var known = waiting.stream().map(arrived::get).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return waiting.isEmpty() ? otherwise : null;
    }
    var all = new TreeSet<>(known.get(0));
    known.forEach(all::retainAll);
    all.addAll(otherwise);
    return all;
  }

  private static Collection<EventDefinition> definitions(FlowNode event) {
    return event.getChildElementsByType(EventDefinition.class);
  }

  /** What is there when the part around a node begins. */
  private Set<String> scopeOf(FlowNode node) {
    if (!(node.getParentElement() instanceof SubProcess part)) {
      return given;
    }
    return part.triggeredByEvent() ? common(List.copyOf(part.getChildElementsByType(StartEvent.class)), Set.of()) : arrived.get(part);
  }

  /** The steps at which the engine can be waiting when something from outside happens. */
  private List<FlowNode> waitingIn(org.camunda.bpm.model.xml.instance.ModelElementInstance part) {
    FlowNode key = part instanceof FlowNode node ? node : null;
    return waits.computeIfAbsent(
        key,
        ignored ->
            nodes.stream()
                .filter(VariableFlow::waits)
                .filter(node -> isIn(node, part))
                .toList());
  }

  private static boolean waits(FlowNode node) {
    return node instanceof UserTask
        || node instanceof IntermediateCatchEvent
        || node instanceof CallActivity
        || node instanceof EventBasedGateway;
  }

  /** Whether a node stands in a part, not counting its event sub-processes, which begin later still. */
  private static boolean isIn(FlowNode node, org.camunda.bpm.model.xml.instance.ModelElementInstance part) {
    var parent = node.getParentElement();
    while (parent instanceof SubProcess inner && !inner.equals(part) && !inner.triggeredByEvent()) {
      parent = inner.getParentElement();
    }
    return part.equals(parent);
  }

  private Set<String> after(FlowNode node) {
    var before = arrived.get(node);
    if (before == null) {
      return null;
    }
    if (node instanceof SubProcess part) {
      var ends = part.getChildElementsByType(EndEvent.class).stream().map(arrived::get).filter(Objects::nonNull).toList();
      if (ends.isEmpty()) {
        return null;
      }
      var all = new TreeSet<>(ends.get(0));
      ends.forEach(all::retainAll);
      return all;
    }
    var all = new TreeSet<>(before);
    all.removeAll(emptied.get(node));
    all.addAll(written.get(node));
    return all;
  }

  private static List<FlowNode> sourcesOf(FlowNode node) {
    return Models.incoming(node).stream().map(SequenceFlow::getSource).filter(Objects::nonNull).toList();
  }

  private List<FlowNode> touchedBy(FlowNode node) {
    var next = new ArrayList<FlowNode>();
    Models.outgoing(node).stream().map(SequenceFlow::getTarget).filter(Objects::nonNull).forEach(next::add);
    next.addAll(edges.getOrDefault(node, List.of()));
    if (node instanceof SubProcess part) {
      next.addAll(part.getChildElementsByType(StartEvent.class));
    }
    for (var parent = node.getParentElement(); parent instanceof FlowNode part; parent = parent.getParentElement()) {
      next.addAll(Models.outgoing(part).stream().map(SequenceFlow::getTarget).filter(Objects::nonNull).toList());
    }
    if (waits(node) || node instanceof ThrowEvent) {
      for (FlowNode other : nodes) {
        if (other instanceof SubProcess eventSubProcess && eventSubProcess.triggeredByEvent()) {
          next.addAll(eventSubProcess.getChildElementsByType(StartEvent.class));
        }
      }
    }
    return next;
  }

  /** What is written whichever way the process ended. */
  private Set<String> atEnd() {
    Set<String> all = null;
    for (FlowNode node : nodes) {
      boolean ends =
          node instanceof EndEvent
              && arrived.get(node) != null
              && (!(node.getParentElement() instanceof SubProcess part) || part.triggeredByEvent())
              && definitions(node).stream().noneMatch(ErrorEventDefinition.class::isInstance);
      if (ends && all == null) {
        all = new TreeSet<>(arrived.get(node));
      } else if (ends) {
        all.retainAll(arrived.get(node));
      }
    }
    return all == null ? Set.of() : all;
  }

  // ---- read

  /** Every variable that is read where some way has not written it, once for each element and variable. */
  List<Missing> missing() {
    var found = new LinkedHashMap<List<Object>, Missing>();
    VariableUse.reads(model)
        .forEach(
            (name, places) ->
                places.forEach(
                    place -> {
                      boolean stops = stops(place);
                      look(place.element(), name, stops, found);
                    }));
    for (FlowNode node : nodes) {
      String by = node instanceof UserTask task ? task.getCamundaFormRef() : VariableUse.delegateOf(node);
      program.readBy(String.valueOf(by)).forEach(name -> look(node, name, false, found));
    }
    return List.copyOf(found.values());
  }

  private void look(BaseElement element, String name, boolean stops, Map<List<Object>, Missing> found) {
    patience.goOn();
    if (program.mayBeEmpty(process, name)) {
      return;
    }
    var key = List.<Object>of(String.valueOf(element.getId()), name);
    if (found.containsKey(key) && (found.get(key).stops() || !stops)) {
      return;
    }
    FlowNode from = element instanceof SequenceFlow flow ? flow.getSource() : element instanceof FlowNode node ? node : null;
    if (from == null) {
      return;
    }
    boolean isAfter = element instanceof SequenceFlow;
    Set<String> there = isAfter ? after(from) : from instanceof StartEvent && hasTimer(from) ? scopeAround(from) : arrived.get(from);
    if (there != null && !there.contains(name)) {
      found.put(key, new Missing(element, name, stops, wayTo(from, isAfter, name)));
    }
  }

  private static boolean hasTimer(FlowNode event) {
    return definitions(event).stream().anyMatch(TimerEventDefinition.class::isInstance);
  }

  /** The timer of an event sub-process is set when what surrounds it begins. */
  private Set<String> scopeAround(FlowNode start) {
    return start.getParentElement() instanceof SubProcess part && part.triggeredByEvent() ? scopeOf(part) : arrived.get(start);
  }

  /** A form or program asks for a variable in its own way; a date for a task may be missing; all else the engine cannot do without. */
  private static boolean stops(VariableUse.Read read) {
    return switch (read.kind()) {
      case ANY -> false;
      case DATE -> !(read.element() instanceof UserTask);
      default -> true;
    };
  }

  /** The shortest way to a node on which nobody writes the variable. */
  private List<String> wayTo(FlowNode node, boolean isAfter, String name) {
    var towards = new HashMap<FlowNode, FlowNode>();
    var open = new ArrayDeque<FlowNode>();
    towards.put(node, null);
    open.add(node);
    FlowNode first = isAfter && emptied.get(node).contains(name) ? node : null;
    while (first == null && !open.isEmpty()) {
      FlowNode here = open.remove();
      patience.goOn();
      var sources = without(here, name);
      if (sources.isEmpty()) {
        first = here;
      }
      for (FlowNode source : sources) {
        if (!towards.containsKey(source)) {
          towards.put(source, here);
          open.add(source);
          if (emptied.get(source).contains(name) && source instanceof CallActivity) {
            first = source;
            break;
          }
        }
      }
    }
    var way = new ArrayList<String>();
    for (FlowNode here = first; here != null; here = towards.get(here)) {
      String said = said(here, towards.get(here));
      if (said != null) {
        way.add(said);
      }
    }
    if (way.size() > LONGEST_WAY) {
      var shortened = new ArrayList<>(way.subList(0, 2));
      shortened.add("…");
      shortened.addAll(way.subList(way.size() - LONGEST_WAY + 2, way.size()));
      return shortened;
    }
    return way;
  }

  /** Where one can come from without the variable; empty where a way begins. */
  private List<FlowNode> without(FlowNode node, String name) {
    if (node instanceof BoundaryEvent event) {
      return event.getAttachedTo() == null ? List.of() : List.of(event.getAttachedTo());
    }
    if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess part) {
      return part.triggeredByEvent()
          ? beginning(node, part).stream()
              .filter(waiting -> arrived.get(waiting) != null && !arrived.get(waiting).contains(name))
              .limit(1)
              .toList()
          : List.of(part);
    }
    return sourcesOf(node).stream()
        .filter(source -> after(source) != null && !after(source).contains(name))
        .toList();
  }

  /** A step by its name, a gateway with the answer that leads on; {@code null} for a gateway that only joins. */
  private static String said(FlowNode node, FlowNode next) {
    if (node instanceof Gateway) {
      if (node.getName() == null || node.getName().isBlank()) {
        return null;
      }
      String answer =
          Models.outgoing(node).stream()
              .filter(flow -> next != null && next.equals(flow.getTarget()) && flow.getName() != null)
              .map(flow -> " " + flow.getName().strip())
              .findFirst()
              .orElse("");
      return Findings.nameOf(node) + answer;
    }
    return Findings.nameOf(node);
  }
}
