package org.fingerpost.questionnaire;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Something an earlier answer says. Not said yet is not so.
 *
 * @param question key of the question that is asked before
 * @param is codes of which the answer is, or has, one; {@code YES} and {@code NO} for a yes-or-no question; empty where a number is meant
 * @param most the answer is a number of at most this, or {@code null}
 * @param least the answer is a number of at least this, or {@code null}
 */
public record Condition(String question, List<String> is, Integer most, Integer least) {

  public Condition {
    is = is == null ? List.of() : List.copyOf(is);
  }

  boolean holds(Map<String, Object> answers) {
    Object answer = answers.get(question);
    if (answer == null) {
      return false;
    }
    if (!is.isEmpty() && !said(answer)) {
      return false;
    }
    return (most == null || amount(answer).compareTo(BigDecimal.valueOf(most)) <= 0)
        && (least == null || amount(answer).compareTo(BigDecimal.valueOf(least)) >= 0);
  }

  private boolean said(Object answer) {
    if (answer instanceof Boolean yes) {
      return is.contains(yes ? "YES" : "NO");
    }
    if (answer instanceof Collection<?> several) {
      return several.stream().anyMatch(is::contains);
    }
    return is.contains(answer.toString());
  }

  private static BigDecimal amount(Object answer) {
    return new BigDecimal(answer.toString());
  }
}
