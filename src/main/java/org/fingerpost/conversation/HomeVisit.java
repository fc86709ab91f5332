package org.fingerpost.conversation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody should know before they visit a person at home, alone.
 *
 * @param answers by question; a question that was not asked is not there
 * @param note in the link worker's words, or {@code null}
 */
public record HomeVisit(Map<Question, Answer> answers, String note) {

  public HomeVisit {
    var ordered = new EnumMap<Question, Answer>(Question.class);
    ordered.putAll(answers);
    answers = ordered;
  }

  /** The six questions of lone working. Words: {@code conversation.home-risk.<CODE>}. */
  public enum Question {
    PETS,
    OTHER_PEOPLE,
    WEAPONS_OR_VIOLENCE,
    ACCESS,
    PARKING,
    SMOKE
  }

  /** Words: {@code conversation.home-answer.<CODE>}. */
  public enum Answer {
    NO,
    YES,
    NOT_KNOWN
  }

  /** Whether all six were answered; "not known" is an answer. */
  public boolean complete() {
    return answers.size() == Question.values().length;
  }

  public boolean saysNothing() {
    return answers.isEmpty() && note == null;
  }

  /** What the visitor must know: everything that is so, or that nobody knows. */
  public List<Question> toKnow() {
    return answers.entrySet().stream().filter(e -> e.getValue() != Answer.NO).map(Map.Entry::getKey).toList();
  }

  @Override
  public String toString() {
    return "HomeVisit";
  }
}
