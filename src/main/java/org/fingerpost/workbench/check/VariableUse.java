package org.fingerpost.workbench.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Which variables a process reads and writes, and where. */
final class VariableUse {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*(!?)\\s*([a-z][A-Za-z0-9]*)\\s*(==[^}]*)?}");
  private static final Pattern DELEGATE = Pattern.compile("[$#]\\{\\s*([a-z][A-Za-z0-9]*)\\s*}");

  private VariableUse() {}

  /** What an expression asks of its variable. */
  enum Kind {
    FLAG(Boolean.class),
    CODE(String.class),
    DATE(java.time.Instant.class),
    COUNT(Integer.class),
    ANY(Object.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    boolean fits(Class<?> variable) {
      return type.isAssignableFrom(variable);
    }
  }

  /** One place where a variable is read. */
  record Read(BaseElement element, Kind kind) {}

  /** Every variable that is read, with the places. */
  static Map<String, List<Read>> reads(BpmnModelInstance model) {
    var reads = new LinkedHashMap<String, List<Read>>();
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      read(reads, flow, Models.condition(flow), Kind.FLAG);
    }
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      if (timer.getTimeDate() != null && timer.getParentElement() instanceof BaseElement event) {
        read(reads, event, timer.getTimeDate().getTextContent(), Kind.DATE);
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      read(reads, task, task.getCamundaAssignee(), Kind.CODE);
      read(reads, task, task.getCamundaDueDate(), Kind.DATE);
      read(reads, task, task.getCamundaPriority(), Kind.COUNT);
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      passedBy(call).values().forEach(source -> note(reads, source, call, Kind.ANY));
    }
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      Models.listed(element, "reads").forEach(name -> note(reads, name, element, Kind.ANY));
    }
    return reads;
  }

  /** Every variable that is written, with a step that writes it. */
  static Map<String, FlowElement> writes(BpmnModelInstance model) {
    var writes = new LinkedHashMap<String, FlowElement>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      Models.listed(element, "writes").forEach(name -> writes.putIfAbsent(name, element));
      if (element instanceof CallActivity call) {
        returnedBy(call).keySet().forEach(target -> writes.putIfAbsent(target, call));
      }
    }
    return writes;
  }

  /** What a call hands over: the called process's name of a variable, and the caller's. */
  static Map<String, String> passedBy(CallActivity call) {
    var passed = new LinkedHashMap<String, String>();
    for (CamundaIn in : children(call, CamundaIn.class)) {
      if (in.getCamundaTarget() != null && in.getCamundaSource() != null) {
        passed.put(in.getCamundaTarget(), in.getCamundaSource());
      }
    }
    return passed;
  }

  /** What a call takes back: the caller's name of a variable, and the called process's. */
  static Map<String, String> returnedBy(CallActivity call) {
    var returned = new LinkedHashMap<String, String>();
    for (CamundaOut out : children(call, CamundaOut.class)) {
      if (out.getCamundaTarget() != null && out.getCamundaSource() != null) {
        returned.put(out.getCamundaTarget(), out.getCamundaSource());
      }
    }
    return returned;
  }

  static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> children(
      CallActivity call, Class<T> type) {
    return call.getExtensionElements() == null ? List.of() : call.getExtensionElements().getChildElementsByType(type);
  }

  /** The bean that a service or business rule task names, or {@code null}. */
  static String delegateOf(FlowElement element) {
    String expression =
        element instanceof ServiceTask task
            ? task.getCamundaDelegateExpression()
            : element instanceof BusinessRuleTask task ? task.getCamundaDelegateExpression() : null;
    Matcher bean = DELEGATE.matcher(String.valueOf(expression).trim());
    return bean.matches() ? bean.group(1) : null;
  }

  private static void read(Map<String, List<Read>> reads, BaseElement element, String text, Kind kind) {
    Matcher expression = EXPRESSION.matcher(text == null ? "" : text.trim());
    if (expression.matches()) {
      note(reads, expression.group(2), element, expression.group(3) != null ? Kind.CODE : kind);
    }
  }

  private static void note(Map<String, List<Read>> reads, String name, BaseElement element, Kind kind) {
    reads.computeIfAbsent(name, key -> new java.util.ArrayList<>()).add(new Read(element, kind));
  }
}
