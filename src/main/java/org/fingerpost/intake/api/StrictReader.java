package org.fingerpost.intake.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;

/**
 * Reads a JSON tree into records and names every misfit at once by its path: a field that does not exist, a number where a text
 * belongs. Jackson's own binding stops at the first one and is generous with types; a sender's developer wants neither.
 *
 * <p>Knows what the bodies of this API are made of: texts, yes or no, days, languages, lists of texts, and records of these.
 */
final class StrictReader {

  /** Beyond this many unknown fields somebody is sending something else altogether. */
  private static final int UNKNOWN_NAMED = 20;

  private final List<Problem> problems = new ArrayList<>();

  /** What did not fit; empty if everything did. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Reads an object; what does not fit is {@code null} in the record and a problem in {@link #problems()}. */
  <R extends Record> R read(JsonNode object, Class<R> type) {
    return record(object, type, "");
  }

  private <R extends Record> R record(JsonNode object, Class<R> type, String path) {
    var components = type.getRecordComponents();
    Set<String> known = Stream.of(components).map(RecordComponent::getName).collect(Collectors.toSet());
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name) && problems.size() < UNKNOWN_NAMED) {
                problem(path + shortened(name), "intake.api.unknown");
              }
            });
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var name = components[i].getName();
      values[i] = value(object.path(name), components[i].getType(), path + name);
    }
    try {
      var constructor =
          type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record has its canonical constructor", e);
    }
  }

  private Object value(JsonNode node, Class<?> type, String path) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (type == String.class) {
      return isText(node) ? node.textValue() : misfit(path, "intake.api.text");
    }
    if (type == Boolean.class) {
      return node.isBoolean() ? node.booleanValue() : misfit(path, "intake.api.flag");
    }
    if (type == List.class) {
      return texts(node, path);
    }
    if (type == LocalDate.class) {
      return date(node, path);
    }
    if (type == Language.class) {
      return node.isTextual() && node.textValue().matches("en|cy")
          ? Language.of(node.textValue())
          : misfit(path, "intake.api.language");
    }
    if (type.isRecord()) {
      return node.isObject() ? record(node, type.asSubclass(Record.class), path + ".") : misfit(path, "intake.api.object");
    }
    throw new IllegalStateException("Bodies are not made of " + type);
  }

  private Object texts(JsonNode node, String path) {
    if (!node.isArray()) {
      return misfit(path, "intake.api.list");
    }
    var texts = new ArrayList<String>();
    for (var element : node) {
      if (!isText(element)) {
        return misfit(path, "intake.api.list");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** The character NUL is valid JSON, but no database text holds it. */
  private static boolean isText(JsonNode node) {
    return node.isTextual() && node.textValue().indexOf('\0') < 0;
  }

  private Object date(JsonNode node, String path) {
    try {
      return node.isTextual() ? LocalDate.parse(node.textValue()) : misfit(path, "intake.api.date");
    } catch (DateTimeException e) {
      return misfit(path, "intake.api.date");
    }
  }

  private Object misfit(String path, String messageKey) {
    problem(path, messageKey);
    return null;
  }

  private void problem(String path, String messageKey) {
    problems.add(new Problem(path, messageKey, List.of()));
  }

  /** An unknown field's name is the sender's text: long enough to be recognised, too short to be a load. */
  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
