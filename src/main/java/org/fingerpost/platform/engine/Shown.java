package org.fingerpost.platform.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a task form shows, straight from the domain and never through the engine: texts, numbers, flags and lists of options. */
public final class Shown {

  private final Map<String, Object> values = new LinkedHashMap<>();

  private Shown() {}

  public static Shown nothing() {
    return new Shown();
  }

  /** A text; {@code null} is shown as empty. */
  public Shown text(String key, String value) {
    values.put(key, value == null ? "" : value);
    return this;
  }

  public Shown number(String key, int value) {
    values.put(key, value);
    return this;
  }

  public Shown flag(String key, boolean value) {
    values.put(key, value);
    return this;
  }

  /** The options of a select, radio or checklist whose {@code valuesKey} is {@code key}. */
  public Shown options(String key, List<Option> options) {
    values.put(key, List.copyOf(options));
    return this;
  }

  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * @param label what the link worker reads
   * @param value the code or id that comes back
   */
  public record Option(String label, String value) {}

  /** Collects options in order. */
  public static List<Option> options(Map<String, String> labelsByValue) {
    var options = new ArrayList<Option>();
    labelsByValue.forEach((value, label) -> options.add(new Option(label, value)));
    return options;
  }
}
