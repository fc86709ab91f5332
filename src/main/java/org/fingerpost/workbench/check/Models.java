package org.fingerpost.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelInstance;
import org.fingerpost.platform.Tokens;

/** Models as Java objects. Bytes come here only after the guard has let them pass. */
public final class Models {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A bundle has a hundred files and each check changes one of them. What is read is never changed; but reading a model's tree from
   * two threads at once is not safe, so whoever uses these holds {@link #LOCK}.
   */
  private static final Cache<String, ModelInstance> READ = Caffeine.newBuilder().maximumSize(200).softValues().build();

  static final Object LOCK = new Object();

  /** The arrows by their ends, as the engine reads them: what a shape lists as incoming and outgoing means nothing to it. */
  private static final Cache<ModelInstance, Arrows> ARROWS = Caffeine.newBuilder().weakKeys().build();

  private record Arrows(Map<FlowNode, List<SequenceFlow>> out, Map<FlowNode, List<SequenceFlow>> in) {

    static Arrows of(ModelInstance model) {
      var arrows = new Arrows(new HashMap<>(), new HashMap<>());
      for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
        if (flow.getSource() != null && flow.getTarget() != null) {
          arrows.out.computeIfAbsent(flow.getSource(), key -> new ArrayList<>()).add(flow);
          arrows.in.computeIfAbsent(flow.getTarget(), key -> new ArrayList<>()).add(flow);
        }
      }
      return arrows;
    }
  }

  private Models() {}

  static BpmnModelInstance process(byte[] bytes) {
    return (BpmnModelInstance)
        READ.get(hash(bytes), key -> Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
  }

  static DmnModelInstance decision(byte[] bytes) {
    return (DmnModelInstance) READ.get(hash(bytes), key -> Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
  }

  private static String hash(byte[] bytes) {
    return Tokens.hash(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  static JsonNode form(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An element of a file by its name, where it can be found by its id; else the id, or the file's own name. */
  static String nameIn(String file, byte[] bytes, String id) {
    if (id == null || id.equals("null") || id.equals(file)) {
      return stem(file);
    }
    if (bytes == null || file.endsWith(".form")) {
      return id;
    }
    try {
      synchronized (LOCK) {
        var element = (file.endsWith(".bpmn") ? process(bytes) : decision(bytes)).<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(id);
        return element == null ? id : Findings.nameOf(element);
      }
    } catch (RuntimeException e) {
      return id;
    }
  }

  /** {@code dmn/referral-route.dmn} as {@code referral-route}. */
  static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** {@code record-first-contact} as {@code recordFirstContact}. */
  public static String camel(String kebab) {
    var camel = new StringBuilder();
    for (String word : kebab.split("-")) {
      if (!word.isEmpty()) {
        camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
      }
    }
    return camel.toString();
  }

  /** The arrows that leave a shape. */
  static List<SequenceFlow> outgoing(FlowNode node) {
    return ARROWS.get(node.getModelInstance(), Arrows::of).out.getOrDefault(node, List.of());
  }

  /** The arrows that lead to a shape. */
  static List<SequenceFlow> incoming(FlowNode node) {
    return ARROWS.get(node.getModelInstance(), Arrows::of).in.getOrDefault(node, List.of());
  }

  /** The condition of an arrow, or {@code null}. */
  public static String condition(SequenceFlow flow) {
    return flow.getConditionExpression() == null ? null : flow.getConditionExpression().getTextContent().trim();
  }

  /** The candidate groups of a task. */
  public static List<String> groups(UserTask task) {
    return task.getCamundaCandidateGroups() == null
        ? List.of()
        : List.of(task.getCamundaCandidateGroups().trim().split("\\s*,\\s*"));
  }

  /** An extension property of the element, or {@code null}. */
  public static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The names in an extension property that is a list of variables: {@code reads} or {@code writes}. */
  public static Set<String> listed(BaseElement element, String property) {
    String names = property(element, property);
    return names == null || names.isBlank() ? Set.of() : new java.util.TreeSet<>(List.of(names.trim().split("\\s*,\\s*")));
  }
}
