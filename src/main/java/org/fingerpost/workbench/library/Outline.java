package org.fingerpost.workbench.library;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/**
 * A process as a text to read in order, for whoever cannot see the drawing: the straight way first, branches indented below the
 * question they answer, each step once. Where a branch comes back to a step that is told elsewhere, its number is named.
 */
public final class Outline {

  /** What a line tells. */
  public enum Kind {
    START,
    /** A person does it. */
    USER,
    /** Fingerpost does it itself. */
    SYSTEM,
    /** A process of its own. */
    CALL,
    /** The process waits for a time or a message. */
    WAIT,
    /** The process says something to another part of it. */
    THROW,
    QUESTION,
    /** Several branches are walked at once. */
    PARALLEL,
    /** Whatever comes first decides. */
    FIRST,
    /** An answer to the question above. */
    BRANCH,
    /** What may happen while the step above is open. */
    BESIDE,
    /** Steps that belong together. */
    PART,
    /** Steps that may happen at any time. */
    ANY_TIME,
    END,
    GO_ON,
    /** Steps that nothing leads to. */
    UNREACHED
  }

  /** What is known of a line besides its name. */
  public enum About {
    /** Role that does it. */
    WHO,
    /** It is given to a person, not put before a role. */
    GIVEN,
    /** Variable that holds when it is due. */
    DUE,
    /** Table that is asked. */
    TABLE,
    /** Table that gave the time. */
    TIME_FROM,
    FORM,
    CALLS,
    TIMER,
    MESSAGE,
    ESCALATION,
    ERROR,
    /** It happens besides: the step above stays open. */
    STAYS_OPEN,
    /** It is done for each of several things. */
    FOR_EACH
  }

  public record Fact(About about, String value) {}

  /**
   * A line.
   *
   * @param depth 0 for the straight way
   * @param number of a step, for references; empty where nothing can refer to
   * @param elementId the element, or the arrow of a branch
   * @param name as the model names it; empty when it does not
   * @param target the step it goes on with, told elsewhere; {@code null} when that follows
   */
  public record Line(int depth, String number, Kind kind, String elementId, String name, Target target, List<Fact> facts) {}

  public record Target(String number, String elementId, String name) {}

  private final Map<FlowNode, Entry> told = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Bounds> drawn = new HashMap<>();
  private final Map<String, Set<String>> tablesByVariable = new HashMap<>();
  private final Map<FlowNode, List<BoundaryEvent>> beside = new LinkedHashMap<>();

  private Outline(BpmnModelInstance model) {
    model.getModelElementsByType(BpmnShape.class).forEach(shape -> {
      if (shape.getBpmnElement() != null) {
        drawn.put(shape.getBpmnElement().getId(), shape.getBounds());
      }
    });
    model.getModelElementsByType(FlowElement.class).forEach(element -> {
      String table = BpmnText.property(element, "decision");
      if (table != null) {
        BpmnText.listed(element, "writes").forEach(name -> tablesByVariable.computeIfAbsent(name, n -> new TreeSet<>()).add(table));
      }
    });
    model.getModelElementsByType(BoundaryEvent.class)
        .forEach(event -> beside.computeIfAbsent(event.getAttachedTo(), activity -> new ArrayList<>()).add(event));
  }

  /** The outline of the first process of a file. */
  public static List<Line> of(byte[] bpmn) {
    return of(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
  }

  static List<Line> of(BpmnModelInstance model) {
    var outline = new Outline(model);
    outline.scope(model.getModelElementsByType(Process.class).iterator().next().getFlowElements(), 0, "");
    return outline.entries.stream().map(outline::line).toList();
  }

  // ---- the order

  private void scope(Collection<FlowElement> elements, int depth, String prefix) {
    var numbers = new Numbers(prefix);
    var starts = new ArrayList<FlowNode>();
    for (FlowElement element : elements) {
      if (element instanceof StartEvent start) {
        starts.add(start.getEventDefinitions().isEmpty() ? 0 : starts.size(), start);
      }
    }
    starts.forEach(start -> path(start, depth, numbers));
    for (FlowElement element : elements) {
      if (element instanceof SubProcess part && part.triggeredByEvent()) {
        var entry = add(depth, numbers.next(), Kind.ANY_TIME, part);
        scope(part.getFlowElements(), depth + 1, entry.number + ".");
      }
    }
    // What no arrow leads to is told last, so that nothing drawn is missing from the text.
    boolean first = true;
    for (FlowElement element : elements) {
      if (element instanceof FlowNode node && !(node instanceof BoundaryEvent) && !through(node) && !told.containsKey(node)) {
        if (first) {
          entries.add(new Entry(depth, "", Kind.UNREACHED, null));
          first = false;
        }
        path(node, depth + 1, numbers);
      }
    }
  }

  /** Tells a way from its first step to its end, or to a step that is told already. */
  private void path(FlowNode first, int depth, Numbers numbers) {
    var way = new ArrayList<FlowNode>();
    for (FlowNode node = first; node != null && !told.containsKey(node); node = straightOn(node)) {
      told.put(node, null);
      way.add(node);
    }
    for (int i = 0; i < way.size(); i++) {
      tell(way.get(i), i + 1 < way.size() ? way.get(i + 1) : null, depth, numbers);
    }
    var outgoing = way.get(way.size() - 1).getOutgoing();
    if (outgoing.size() == 1) {
      goOn(depth, outgoing.iterator().next().getTarget());
    }
  }

  private void tell(FlowNode node, FlowNode next, int depth, Numbers numbers) {
    String number = node instanceof StartEvent || node instanceof EndEvent ? "" : numbers.next();
    add(depth, number, kind(node), node);
    if (node instanceof SubProcess part) {
      scope(part.getFlowElements(), depth + 1, number + ".");
    }
    var letters = new Letters(number);
    for (BoundaryEvent event : beside.getOrDefault(node, List.of())) {
      var may = add(depth + 1, letters.next(), Kind.BESIDE, event);
      told.put(event, may);
      event.getOutgoing().forEach(flow -> inside(may, flow.getTarget(), null));
    }
    if (node.getOutgoing().size() > 1) {
      for (SequenceFlow flow : branches(node, next)) {
        var branch = new Entry(depth + 1, letters.next(), Kind.BRANCH, null);
        branch.id = flow.getId();
        branch.name = flow.getName();
        entries.add(branch);
        inside(branch, flow.getTarget(), next);
      }
    }
  }

  /** What follows a branch: steps of its own, or the number of the step it goes on with. */
  private void inside(Entry branch, FlowNode target, FlowNode next) {
    FlowNode to = over(target);
    if (to != null && to != next && !told.containsKey(to)) {
      path(to, branch.depth + 1, new Numbers(branch.number + "."));
    } else {
      branch.target = to;
    }
  }

  private void goOn(int depth, FlowNode target) {
    FlowNode to = over(target);
    if (to != null) {
      var entry = new Entry(depth, "", Kind.GO_ON, null);
      entry.target = to;
      entries.add(entry);
    }
  }

  /** The answer that goes straight on comes last, next to where it goes. */
  private static List<SequenceFlow> branches(FlowNode node, FlowNode next) {
    var branches = new ArrayList<SequenceFlow>(node.getOutgoing());
    node.getOutgoing().stream()
        .filter(flow -> next != null && over(flow.getTarget()) == next)
        .findFirst()
        .ifPresent(
            straight -> {
              branches.remove(straight);
              branches.add(straight);
            });
    return branches;
  }

  private FlowNode straightOn(FlowNode node) {
    if (node.getOutgoing().size() == 1) {
      return over(node.getOutgoing().iterator().next().getTarget());
    }
    if (node instanceof ParallelGateway) {
      return meeting(node);
    }
    var open = new LinkedHashSet<FlowNode>();
    for (SequenceFlow flow : node.getOutgoing()) {
      FlowNode to = over(flow.getTarget());
      if (to != null && !told.containsKey(to)) {
        open.add(to);
      }
    }
    return open.stream()
        .filter(to -> besides(node, to))
        .findFirst()
        .or(() -> open.stream().max((one, other) -> Integer.compare(reach(one).size(), reach(other).size())))
        .orElse(null);
  }

  /** Whether one is drawn to the right of the other on the same line: that is how a straight way looks. */
  private boolean besides(FlowNode from, FlowNode to) {
    Bounds one = drawn.get(from.getId());
    Bounds other = drawn.get(to.getId());
    return one != null
        && other != null
        && other.getX() > one.getX()
        && Math.abs(one.getY() + one.getHeight() / 2 - other.getY() - other.getHeight() / 2) < 2;
  }

  /** Where all branches that begin here meet again, or {@code null}. */
  private FlowNode meeting(FlowNode fork) {
    Set<FlowNode> common = null;
    for (SequenceFlow flow : fork.getOutgoing()) {
      var reached = reach(over(flow.getTarget()));
      if (common == null) {
        common = reached;
      } else {
        common.retainAll(reached);
      }
    }
    return common == null ? null : common.stream().filter(node -> !told.containsKey(node)).findFirst().orElse(null);
  }

  /** All steps that can come after a step, nearest first, and the step itself. */
  private static Set<FlowNode> reach(FlowNode from) {
    var reached = new LinkedHashSet<FlowNode>();
    var next = new ArrayDeque<FlowNode>();
    if (from != null) {
      next.add(from);
    }
    while (!next.isEmpty()) {
      FlowNode node = next.remove();
      if (reached.add(node)) {
        node.getOutgoing().forEach(flow -> {
          FlowNode to = over(flow.getTarget());
          if (to != null) {
            next.add(to);
          }
        });
      }
    }
    return reached;
  }

  /** A gateway where ways only come together says nothing. */
  private static boolean through(FlowNode node) {
    return node instanceof Gateway && node.getOutgoing().size() == 1;
  }

  private static FlowNode over(FlowNode node) {
    var seen = new LinkedHashSet<FlowNode>();
    FlowNode here = node;
    while (here != null && through(here)) {
      here = seen.add(here) ? here.getOutgoing().iterator().next().getTarget() : null;
    }
    return here;
  }

  // ---- the lines

  private Entry add(int depth, String number, Kind kind, FlowNode node) {
    var entry = new Entry(depth, number, kind, node);
    entries.add(entry);
    told.put(node, entry);
    return entry;
  }

  private static Kind kind(FlowNode node) {
    if (node instanceof StartEvent) {
      return Kind.START;
    } else if (node instanceof EndEvent) {
      return Kind.END;
    } else if (node instanceof UserTask) {
      return Kind.USER;
    } else if (node instanceof CallActivity) {
      return Kind.CALL;
    } else if (node instanceof SubProcess) {
      return Kind.PART;
    } else if (node instanceof EventBasedGateway) {
      return Kind.FIRST;
    } else if (node instanceof ExclusiveGateway) {
      return Kind.QUESTION;
    } else if (node instanceof Gateway) {
      return Kind.PARALLEL;
    } else if (node instanceof ThrowEvent) {
      return Kind.THROW;
    }
    return node instanceof CatchEvent ? Kind.WAIT : Kind.SYSTEM;
  }

  private Line line(Entry entry) {
    String id = entry.node == null ? entry.id : entry.node.getId();
    String name = entry.node == null ? entry.name : entry.node.getName();
    Target target = null;
    if (entry.target != null) {
      var to = told.get(entry.target);
      target = new Target(to == null ? "" : to.number, entry.target.getId(), plain(entry.target.getName()));
    }
    return new Line(
        entry.depth, entry.number, entry.kind, id, plain(name), target, entry.node == null ? List.of() : facts(entry.node));
  }

  private static String plain(String name) {
    return name == null ? "" : name.replaceAll("\\s+", " ").trim();
  }

  private List<Fact> facts(FlowNode node) {
    var facts = new ArrayList<Fact>();
    if (node instanceof UserTask task) {
      task.getCamundaCandidateGroupsList().forEach(role -> facts.add(new Fact(About.WHO, role)));
      if (task.getCamundaAssignee() != null) {
        facts.add(new Fact(About.GIVEN, BpmnText.variable(task.getCamundaAssignee())));
      }
      if (task.getCamundaFormRef() != null) {
        facts.add(new Fact(About.FORM, task.getCamundaFormRef()));
      }
      if (task.getCamundaDueDate() != null) {
        time(facts, About.DUE, BpmnText.variable(task.getCamundaDueDate()));
      }
    }
    if (node instanceof CallActivity call && call.getCalledElement() != null) {
      facts.add(new Fact(About.CALLS, call.getCalledElement()));
    }
    if (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
      facts.add(new Fact(About.TABLE, task.getCamundaDecisionRef()));
    }
    String table = BpmnText.property(node, "decision");
    if (table != null) {
      facts.add(new Fact(About.TABLE, table));
    }
    if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
      facts.add(new Fact(About.FOR_EACH, ""));
    }
    definitions(node).forEach(definition -> heard(facts, definition));
    boolean stays =
        node instanceof BoundaryEvent event && !event.cancelActivity() || node instanceof StartEvent start && !start.isInterrupting();
    if (stays) {
      facts.add(new Fact(About.STAYS_OPEN, ""));
    }
    return facts;
  }

  private static Collection<EventDefinition> definitions(FlowNode node) {
    if (node instanceof CatchEvent event) {
      return event.getEventDefinitions();
    }
    return node instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
  }

  private void heard(List<Fact> facts, EventDefinition definition) {
    if (definition instanceof TimerEventDefinition timer) {
      time(facts, About.TIMER, BpmnText.variable(BpmnText.time(timer)));
    } else if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
      facts.add(new Fact(About.MESSAGE, message.getMessage().getName()));
    } else if (definition instanceof EscalationEventDefinition escalation && escalation.getEscalation() != null) {
      facts.add(new Fact(About.ESCALATION, escalation.getEscalation().getEscalationCode()));
    } else if (definition instanceof ErrorEventDefinition error && error.getError() != null) {
      facts.add(new Fact(About.ERROR, error.getError().getErrorCode()));
    }
  }

  private void time(List<Fact> facts, About about, String variable) {
    facts.add(new Fact(about, variable));
    tablesByVariable.getOrDefault(variable, Set.of()).forEach(table -> facts.add(new Fact(About.TIME_FROM, table)));
  }

  private static final class Entry {

    private final int depth;
    private final String number;
    private final Kind kind;
    private final FlowNode node;
    private String id;
    private String name;
    private FlowNode target;

    private Entry(int depth, String number, Kind kind, FlowNode node) {
      this.depth = depth;
      this.number = number;
      this.kind = kind;
      this.node = node;
    }
  }

  /** 1, 2, 3 below a prefix. */
  private static final class Numbers {

    private final String prefix;
    private int last;

    private Numbers(String prefix) {
      this.prefix = prefix;
    }

    private String next() {
      return prefix + ++last;
    }
  }

  /** 3a, 3b, 3c: what belongs to step 3. */
  private static final class Letters {

    private final String step;
    private int last;

    private Letters(String step) {
      this.step = step;
    }

    private String next() {
      int n = last++;
      return step + (n < 26 ? String.valueOf((char) ('a' + n)) : "z" + n);
    }
  }
}
