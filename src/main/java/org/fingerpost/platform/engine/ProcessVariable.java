package org.fingerpost.platform.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable as Java and the models have agreed on it. There are four kinds and no other: a flag, a count, a code (or an
 * id) of at most 64 characters, and an instant. Nothing a person said or is fits in one.
 *
 * @param name camelCase, as the models write it
 * @param lasting whether the engine keeps the value; see {@link #passing()}
 */
public record ProcessVariable<T>(
    String name,
    Class<T> type,
    Function<T, Object> toEngine,
    Function<Object, T> fromEngine,
    boolean lasting) {

  public static ProcessVariable<Boolean> flag(String name) {
    return new ProcessVariable<>(name, Boolean.class, v -> v, v -> (Boolean) v, true);
  }

  public static ProcessVariable<Integer> count(String name) {
    return new ProcessVariable<>(name, Integer.class, v -> v, v -> ((Number) v).intValue(), true);
  }

  public static ProcessVariable<String> code(String name) {
    return new ProcessVariable<>(name, String.class, v -> v, v -> (String) v, true);
  }

  /** An instant kept as ISO text in UTC, whole seconds, because that is what timers and due dates read. */
  public static ProcessVariable<Instant> instant(String name) {
    return new ProcessVariable<>(
        name,
        Instant.class,
        v -> v.truncatedTo(ChronoUnit.SECONDS).toString(),
        v -> Instant.parse((String) v),
        true);
  }

  /**
   * The same variable for steps that only the next gateway or timer reads, in the same transaction. The engine keeps no copy of it:
   * what was decided stands in the domain and in the audit trail, once.
   */
  public ProcessVariable<T> passing() {
    return new ProcessVariable<>(name, type, toEngine, fromEngine, false);
  }

  /** Sets the variable where the process instance keeps its variables. */
  public void set(VariableScope scope, T value) {
    scope.setVariable(name, valueFor(value));
  }

  /** The value as the engine takes it. */
  Object valueFor(T value) {
    Object plain = value == null ? null : toEngine.apply(value);
    if (lasting || plain == null) {
      return plain;
    }
    if (plain instanceof Boolean flag) {
      return Variables.booleanValue(flag, true);
    }
    if (plain instanceof Integer count) {
      return Variables.integerValue(count, true);
    }
    return Variables.stringValue((String) plain, true);
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
