package org.fingerpost.platform;

import java.util.List;

/**
 * Somebody's answers cannot be accepted as they are. Carries, field by field, the key of a message in the bundles: the edge that
 * catches it says it in the language of the person who made it.
 */
public class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInput(List<Problem> problems) {
    super("Answers refused: " + problems.stream().map(p -> p.field() + " " + p.messageKey()).toList());
    this.problems = List.copyOf(problems);
  }

  public InvalidInput(String field, String messageKey, Object... args) {
    this(List.of(new Problem(field, messageKey, List.of(args))));
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * @param field the field's key as the form or API names it
   * @param messageKey a key of the message bundles
   * @param args arguments of the message: limits and codes, never what was typed
   */
  public record Problem(String field, String messageKey, List<Object> args) {}
}
