package org.fingerpost.workbench.library;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What single elements of a BPMN model say. Nothing here takes for granted that a model keeps our style. */
final class BpmnText {

  private static final Pattern IN_BRACES = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)[^}]*}");

  private BpmnText() {}

  static String documentation(BaseElement element) {
    return element.getDocumentations().isEmpty()
        ? ""
        : element.getDocumentations().iterator().next().getTextContent().trim();
  }

  /** An extension property of the element, or {@code null}. */
  static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  /** The variables that an extension property of a step lists, separated by commas. */
  static List<String> listed(FlowElement element, String property) {
    String names = property(element, property);
    return names == null ? List.of() : List.of(names.trim().split("\\s*,\\s*"));
  }

  static String condition(SequenceFlow flow) {
    return flow.getConditionExpression() == null ? null : flow.getConditionExpression().getTextContent().trim();
  }

  /** The variable that an expression reads, or the text itself when it is no expression. */
  static String variable(String expression) {
    Matcher matcher = IN_BRACES.matcher(expression.trim());
    return matcher.matches() ? matcher.group(1) : expression;
  }

  /** What a timer waits for: a date, a duration or a cycle, as it is written. */
  static String time(TimerEventDefinition timer) {
    for (ModelElementInstance time : new ModelElementInstance[] {timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle()}) {
      if (time != null) {
        return time.getTextContent().trim();
      }
    }
    return "";
  }

  static List<String> in(CallActivity call) {
    return call.getExtensionElements() == null
        ? List.of()
        : call.getExtensionElements().getChildElementsByType(CamundaIn.class).stream()
            .map(CamundaIn::getCamundaSource)
            .filter(Objects::nonNull)
            .toList();
  }

  static List<String> out(CallActivity call) {
    return call.getExtensionElements() == null
        ? List.of()
        : call.getExtensionElements().getChildElementsByType(CamundaOut.class).stream()
            .map(CamundaOut::getCamundaTarget)
            .filter(Objects::nonNull)
            .toList();
  }
}
