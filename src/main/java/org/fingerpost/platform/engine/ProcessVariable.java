package org.fingerpost.platform.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable as Java and the models have agreed on it. There are four kinds and no other: a flag, a count, a code (or an
 * id) of at most 64 characters, and an instant. Nothing a person said or is fits in one.
 *
 * @param name camelCase, as the models write it
 */
public record ProcessVariable<T>(
    String name, Class<T> type, Function<T, Object> toEngine, Function<Object, T> fromEngine) {

  public static ProcessVariable<Boolean> flag(String name) {
    return new ProcessVariable<>(name, Boolean.class, v -> v, v -> (Boolean) v);
  }

  public static ProcessVariable<Integer> count(String name) {
    return new ProcessVariable<>(name, Integer.class, v -> v, v -> ((Number) v).intValue());
  }

  public static ProcessVariable<String> code(String name) {
    return new ProcessVariable<>(name, String.class, v -> v, v -> (String) v);
  }

  /** An instant kept as ISO text in UTC, whole seconds, because that is what timers and due dates read. */
  public static ProcessVariable<Instant> instant(String name) {
    return new ProcessVariable<>(
        name,
        Instant.class,
        v -> v.truncatedTo(ChronoUnit.SECONDS).toString(),
        v -> Instant.parse((String) v));
  }

  /** Sets the variable where the process instance keeps its variables. */
  public void set(VariableScope scope, T value) {
    scope.setVariable(name, toEngine.apply(value));
  }

  /**
   * @throws IllegalStateException naming the variable if it is not there
   */
  public T requiredFrom(VariableScope scope) {
    Object value = scope.getVariable(name);
    if (value == null) {
      throw new IllegalStateException(
          "The model promised the variable '" + name + "' here, but it is not set");
    }
    return fromEngine.apply(value);
  }

  /** The value, or {@code null} if it is not set. */
  public T from(VariableScope scope) {
    Object value = scope.getVariable(name);
    return value == null ? null : fromEngine.apply(value);
  }
}
