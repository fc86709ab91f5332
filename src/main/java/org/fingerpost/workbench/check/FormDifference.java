package org.fingerpost.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What differs between two versions of a form, field by field. */
final class FormDifference {

  private static final Map<String, String> PROPERTIES =
      Map.of("label", "label", "dateLabel", "label", "description", "description", "text", "text", "type", "field-type");

  private final Changes changes = new Changes();

  private FormDifference() {}

  static List<Change> between(JsonNode before, JsonNode after) {
    var difference = new FormDifference();
    difference.compare(before, after);
    return difference.changes.all();
  }

  private void compare(JsonNode before, JsonNode after) {
    String form = before.path("id").asText();
    properties(form, form, flat(before, Set.of("components")), flat(after, Set.of("components")));
    var old = components(before);
    var now = components(after);
    now.forEach(
        (key, component) -> {
          if (!old.containsKey(key)) {
            changes.add(Change.Kind.ADDED, key, FormChecks.nameOf(component), "field-added");
          }
        });
    old.forEach(
        (key, component) -> {
          String name = FormChecks.nameOf(component);
          if (now.containsKey(key)) {
            properties(key, name, flat(component, Set.of("components", "layout")), flat(now.get(key), Set.of("components", "layout")));
          } else {
            changes.add(Change.Kind.REMOVED, key, name, "field-removed");
          }
        });
    for (String key : Changes.moved(List.copyOf(old.keySet()), List.copyOf(now.keySet()))) {
      changes.add(Change.Kind.MOVED, key, FormChecks.nameOf(now.get(key)), "field-moved");
    }
  }

  private void properties(String id, String name, Map<String, String> before, Map<String, String> after) {
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String property : names) {
      String was = before.get(property);
      String is = after.get(property);
      if (Objects.equals(was, is)) {
        continue;
      }
      String code = PROPERTIES.get(property);
      if (code != null) {
        changes.add(Change.Kind.CHANGED, id, name, code, was, is);
      } else if (property.equals("validate.required")) {
        changes.add(Change.Kind.CHANGED, id, name, "true".equals(is) ? "required" : "not-required");
      } else if (property.equals("conditional.hide")) {
        changes.add(Change.Kind.CHANGED, id, name, "hidden-when", was, is);
      } else {
        changes.add(Change.Kind.CHANGED, id, name, "setting", property, was, is);
      }
    }
  }

  /** Components by key, those without one by id; those in groups too. */
  private static Map<String, JsonNode> components(JsonNode form) {
    var all = new LinkedHashMap<String, JsonNode>();
    collect(form.path("components"), all);
    return all;
  }

  private static void collect(JsonNode components, Map<String, JsonNode> all) {
    for (JsonNode component : components) {
      String key = component.path("key").asText(component.path("id").asText("component"));
      while (all.containsKey(key)) {
        key += "'";
      }
      all.put(key, component);
      collect(component.path("components"), all);
    }
  }

  /** All values by their path, so that a setting deep inside is told by its name. */
  private static Map<String, String> flat(JsonNode node, Set<String> without) {
    var values = new TreeMap<String, String>();
    for (var property : node.properties()) {
      if (!without.contains(property.getKey())) {
        flat(property.getKey(), property.getValue(), values);
      }
    }
    return values;
  }

  private static void flat(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().forEach(property -> flat(path + "." + property.getKey(), property.getValue(), values));
    } else {
      values.put(path, node.isTextual() ? node.asText() : node.toString());
    }
  }
}
