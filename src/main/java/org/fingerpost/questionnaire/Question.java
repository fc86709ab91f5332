package org.fingerpost.questionnaire;

import java.util.List;
import java.util.Map;
import org.fingerpost.scheme.LocalisedText;

/**
 * One question of a questionnaire.
 *
 * @param key lower camel case; what rules know the answer by
 * @param label the question itself
 * @param hint help that stands below it, or {@code null}
 * @param required whether the application cannot be sent without it. What an application of a certain size or risk lacks beyond that
 *     is not a matter of the form: see {@link ApplicationKind#gaps}
 * @param path who is asked
 * @param when all of these must be so for the question to be asked; empty means always
 * @param whenShorter on the shorter path these must be so as well
 * @param choices of a {@code CHOICE} or {@code CHOICES}, in order; empty where {@code choicesFrom} says where they come from
 * @param choicesFrom {@code AREAS} for the areas of the scheme, {@code LEGAL_FORMS} for the closed list, or {@code null}
 * @param longest most characters of a text, or {@code null} for the usual
 * @param least smallest number or amount, or {@code null}
 * @param most largest number or amount, or {@code null}
 */
public record Question(
    String key,
    QuestionType type,
    LocalisedText label,
    LocalisedText hint,
    boolean required,
    Path path,
    List<Condition> when,
    List<Condition> whenShorter,
    List<Choice> choices,
    String choicesFrom,
    Integer longest,
    Integer least,
    Integer most) {

  /** Who is asked a question. */
  public enum Path {
    /** Everybody. */
    EVERYBODY,
    /** Small and un-constituted groups only, on the shorter path. */
    SHORTER,
    /** All others: left out on the shorter path. */
    FULL
  }

  public Question {
    path = path == null ? Path.EVERYBODY : path;
    when = when == null ? List.of() : List.copyOf(when);
    whenShorter = whenShorter == null ? List.of() : List.copyOf(whenShorter);
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  /**
   * One of the answers that may be chosen.
   *
   * @param code in capitals
   * @param hint or {@code null}
   */
  public record Choice(String code, LocalisedText label, LocalisedText hint) {}

  /** Whether it is asked, given the answers so far. */
  boolean asked(Map<String, Object> answers, boolean shorter) {
    return (path == Path.EVERYBODY || (path == Path.SHORTER) == shorter)
        && when.stream().allMatch(condition -> condition.holds(answers))
        && (!shorter || whenShorter.stream().allMatch(condition -> condition.holds(answers)));
  }
}
