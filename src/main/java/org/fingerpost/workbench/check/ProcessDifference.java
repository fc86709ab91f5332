package org.fingerpost.workbench.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What differs between two versions of a process, element by element. */
final class ProcessDifference {

  /** What an attribute is about; the rest is told as a setting by its name. */
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("formRef", "form"),
          Map.entry("candidateGroups", "roles"),
          Map.entry("assignee", "assignee"),
          Map.entry("dueDate", "due"),
          Map.entry("priority", "priority"),
          Map.entry("delegateExpression", "delegate"),
          Map.entry("calledElement", "called"),
          Map.entry("versionTag", "version"));

  /** Told as the way an arrow goes, or not at all: they are how the file says it. */
  private static final Set<String> NOT_TOLD = Set.of("id", "sourceRef", "targetRef", "incoming", "outgoing");

  private final BpmnModelInstance before;
  private final BpmnModelInstance after;
  private final Map<String, Element> rawBefore;
  private final Map<String, Element> rawAfter;
  private final Changes changes = new Changes();

  private ProcessDifference(BpmnModelInstance before, BpmnModelInstance after) {
    this.before = before;
    this.after = after;
    this.rawBefore = raw(before);
    this.rawAfter = raw(after);
  }

  static List<Change> between(BpmnModelInstance before, BpmnModelInstance after) {
    return new ProcessDifference(before, after).changes();
  }

  private List<Change> changes() {
    var old = byId(before);
    var now = byId(after);
    now.forEach(
        (id, element) -> {
          if (!old.containsKey(id)) {
            changes.add(Change.Kind.ADDED, id, Findings.nameOf(element), kindOf(element) + "-added");
          }
        });
    old.forEach(
        (id, element) -> {
          if (!now.containsKey(id)) {
            changes.add(Change.Kind.REMOVED, id, Findings.nameOf(element), kindOf(element) + "-removed");
          } else {
            compared(id, element, now.get(id));
          }
        });
    moved(old.keySet());
    return changes.all();
  }

  private static Map<String, BaseElement> byId(BpmnModelInstance model) {
    var all = new LinkedHashMap<String, BaseElement>();
    model.getModelElementsByType(Process.class).forEach(process -> put(all, process));
    model.getModelElementsByType(FlowElement.class).forEach(element -> put(all, element));
    model.getModelElementsByType(Message.class).forEach(message -> put(all, message));
    model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Error.class).forEach(error -> put(all, error));
    model.getModelElementsByType(Escalation.class).forEach(escalation -> put(all, escalation));
    model.getModelElementsByType(Artifact.class).forEach(note -> put(all, note));
    return all;
  }

  private static void put(Map<String, BaseElement> all, BaseElement element) {
    if (element.getId() != null) {
      all.putIfAbsent(element.getId(), element);
    }
  }

  private static String kindOf(BaseElement element) {
    if (element instanceof SequenceFlow) {
      return "arrow";
    }
    if (element instanceof Gateway) {
      return "gateway";
    }
    if (element instanceof Event) {
      return "event";
    }
    return element instanceof Activity ? "step" : "part";
  }

  private void compared(String id, BaseElement old, BaseElement now) {
    String name = Findings.nameOf(old);
    int told = changes.all().size();
    changes.compare(id, name, "element-kind", old.getElementType().getTypeName(), now.getElementType().getTypeName());
    attributes(id, name);
    changes.compare(id, name, "documentation", documentation(old), documentation(now));
    if (old instanceof SequenceFlow from && now instanceof SequenceFlow to) {
      changes.compare(id, name, "condition", Models.condition(from), Models.condition(to));
      if (!Objects.equals(endOf(from, true), endOf(to, true)) || !Objects.equals(endOf(from, false), endOf(to, false))) {
        changes.add(
            Change.Kind.CHANGED, id, name, "rerouted", nameOf(from.getSource()), nameOf(from.getTarget()), nameOf(to.getSource()), nameOf(to.getTarget()));
      }
    }
    changes.compare(id, name, "timer", texts(old, "timeDate", "timeDuration", "timeCycle"), texts(now, "timeDate", "timeDuration", "timeCycle"));
    changes.compare(id, name, "waits-for", definitions(old), definitions(now));
    properties(id, name, old, now);
    if (old instanceof CallActivity from && now instanceof CallActivity to) {
      changes.compare(id, name, "passes", passed(from), passed(to));
      changes.compare(id, name, "returns", pairs(VariableUse.returnedBy(from)), pairs(VariableUse.returnedBy(to)));
    }
    changes.compare(id, name, "stands-in", parentOf(old), parentOf(now));
    if (changes.all().size() == told && !signature(rawBefore.get(id)).equals(signature(rawAfter.get(id)))) {
      changes.add(Change.Kind.CHANGED, id, name, "other");
    }
  }

  private void attributes(String id, String name) {
    var before = attributesOf(rawBefore.get(id));
    var after = attributesOf(rawAfter.get(id));
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String attribute : names) {
      String was = before.get(attribute);
      String is = after.get(attribute);
      String code = ATTRIBUTES.get(attribute);
      if (Objects.equals(was, is)) {
        continue;
      }
      if (attribute.equals("default") || attribute.equals("attachedToRef")) {
        String said = attribute.equals("default") ? "default" : "attached";
        changes.add(Change.Kind.CHANGED, id, name, said, named(this.before, was), named(this.after, is));
      } else if (code != null) {
        changes.compare(id, name, code, was, is);
      } else {
        changes.add(Change.Kind.CHANGED, id, name, "setting", attribute, was, is);
      }
    }
  }

  private static Map<String, String> attributesOf(Element element) {
    var attributes = new TreeMap<String, String>();
    var raw = element.getAttributes();
    for (int i = 0; i < raw.getLength(); i++) {
      String name = raw.item(i).getLocalName() == null ? raw.item(i).getNodeName() : raw.item(i).getLocalName();
      String value = raw.item(i).getNodeValue();
      if (!NOT_TOLD.contains(name) && !raw.item(i).getNodeName().startsWith("xmlns") && !value.isEmpty()) {
        attributes.put(name, value);
      }
    }
    return attributes;
  }

  /** The elements as the file has them: the model's objects do not tell of attributes they do not know. */
  private static Map<String, Element> raw(BpmnModelInstance model) {
    var all = new HashMap<String, Element>();
    var elements = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      if (element.hasAttribute("id")) {
        all.putIfAbsent(element.getAttribute("id"), element);
      }
    }
    return all;
  }

  private static String named(BpmnModelInstance model, String id) {
    ModelElementInstance element = id == null ? null : model.getModelElementById(id);
    return element == null ? id : Findings.nameOf(element);
  }

  private static String endOf(SequenceFlow flow, boolean source) {
    var end = source ? flow.getSource() : flow.getTarget();
    return end == null ? null : end.getId();
  }

  private static String nameOf(ModelElementInstance element) {
    return element == null ? null : Findings.nameOf(element);
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().isEmpty() ? null : element.getDocumentations().iterator().next().getTextContent();
  }

  private static String texts(BaseElement element, String... names) {
    var found = new StringBuilder();
    for (EventDefinition definition : element.getChildElementsByType(EventDefinition.class)) {
      for (DomElement child : definition.getDomElement().getChildElements()) {
        if (List.of(names).contains(child.getLocalName())) {
          found.append(child.getTextContent().strip());
        }
      }
    }
    return found.toString();
  }

  /** What an event is: of which kind, and for which message. */
  private static String definitions(BaseElement element) {
    var found = new StringBuilder();
    for (EventDefinition definition : element.getChildElementsByType(EventDefinition.class)) {
      found.append(found.isEmpty() ? "" : ", ").append(definition.getElementType().getTypeName().replace("EventDefinition", ""));
      if (definition instanceof org.camunda.bpm.model.bpmn.instance.MessageEventDefinition message && message.getMessage() != null) {
        found.append(' ').append(message.getMessage().getName());
      }
    }
    return found.toString();
  }

  private void properties(String id, String name, BaseElement old, BaseElement now) {
    var before = propertiesOf(old);
    var after = propertiesOf(now);
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String property : names) {
      String code = Set.of("decision", "reads", "writes").contains(property) ? property : null;
      if (code != null) {
        changes.compare(id, name, code, before.get(property), after.get(property));
      } else if (!Objects.equals(before.get(property), after.get(property))) {
        changes.add(Change.Kind.CHANGED, id, name, "setting", property, before.get(property), after.get(property));
      }
    }
  }

  private static Map<String, String> propertiesOf(BaseElement element) {
    var found = new TreeMap<String, String>();
    if (element.getExtensionElements() != null) {
      element
          .getExtensionElements()
          .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
          .forEach(
              properties -> {
                for (CamundaProperty property : properties.getCamundaProperties()) {
                  found.put(String.valueOf(property.getCamundaName()), String.valueOf(property.getCamundaValue()));
                }
              });
    }
    return found;
  }

  private static String passed(CallActivity call) {
    var keys =
        VariableUse.children(call, CamundaIn.class).stream()
            .map(CamundaIn::getCamundaBusinessKey)
            .filter(Objects::nonNull)
            .toList();
    String pairs = pairs(VariableUse.passedBy(call));
    return keys.isEmpty() ? pairs : String.join(", ", keys) + (pairs.isEmpty() ? "" : ", " + pairs);
  }

  private static String pairs(Map<String, String> mapping) {
    return String.join(
        ", ",
        mapping.entrySet().stream()
            .map(entry -> entry.getKey().equals(entry.getValue()) ? entry.getKey() : entry.getValue() + " → " + entry.getKey())
            .sorted()
            .toList());
  }

  private static String parentOf(BaseElement element) {
    return element instanceof FlowElement && element.getParentElement() instanceof BaseElement parent ? parent.getId() : null;
  }

  /** Everything an element says for itself, whatever the order of its attributes and the white space; for what nothing above names. */
  private static String signature(Element element) {
    var text = new StringBuilder(element.getLocalName()).append(attributesOf(element));
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        leaf = false;
        boolean ownElement = inner.hasAttribute("id") && isFlowElement(inner.getLocalName());
        if (!ownElement && !NOT_TOLD.contains(inner.getLocalName())) {
          text.append('(').append(signature(inner)).append(')');
        }
      }
    }
    return leaf ? text.append(Changes.said(element.getTextContent())).toString() : text.toString();
  }

  private static boolean isFlowElement(String name) {
    return name.endsWith("Task") || name.endsWith("Event") || name.endsWith("Gateway") || Set.of("sequenceFlow", "subProcess", "callActivity").contains(name);
  }

  /** Shapes that stand elsewhere in the drawing. */
  private void moved(Set<String> ids) {
    var old = places(before);
    places(after)
        .forEach(
            (id, place) -> {
              if (ids.contains(id) && old.containsKey(id) && !old.get(id).equals(place)) {
                changes.add(Change.Kind.MOVED, id, Findings.nameOf(after.getModelElementById(id)), "moved");
              }
            });
  }

  private static Map<String, String> places(BpmnModelInstance model) {
    var places = new LinkedHashMap<String, String>();
    for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
      if (shape.getBpmnElement() != null && shape.getBounds() != null) {
        var bounds = shape.getBounds();
        places.put(
            shape.getBpmnElement().getId(), bounds.getX() + " " + bounds.getY() + " " + bounds.getWidth() + " " + bounds.getHeight());
      }
    }
    return places;
  }
}
