package org.fingerpost.platform.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The declared facts that a finished task hands to the engine: all it ever learns of what was typed. */
public final class Facts {

  private final Map<String, Object> values = new LinkedHashMap<>();

  private Facts() {}

  public static Facts none() {
    return new Facts();
  }

  public static <T> Facts of(ProcessVariable<T> variable, T value) {
    return new Facts().and(variable, value);
  }

  public <T> Facts and(ProcessVariable<T> variable, T value) {
    values.put(variable.name(), variable.valueFor(value));
    return this;
  }

  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }
}
