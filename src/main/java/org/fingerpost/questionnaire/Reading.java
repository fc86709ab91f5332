package org.fingerpost.questionnaire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fingerpost.platform.InvalidInput.Problem;

/**
 * What was typed, understood as far as it goes. Nothing is ever dropped from what was typed: what cannot be read has a problem, and what
 * is not asked any more is only left out here.
 *
 * @param answers by question, of the type's Java type
 * @param asked keys of the questions that are asked, given the answers
 * @param problems by question: what was typed and cannot be read
 */
record Reading(Map<String, Object> answers, Set<String> asked, Map<String, Problem> problems) {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 4000;

  /**
   * @param typed what was typed by question: one text, codes, or day, month and year
   * @param codes the codes that may be chosen for a question
   */
  static Reading of(
      Questionnaire questionnaire, Map<String, List<String>> typed, Function<Question, Collection<String>> codes) {
    var said = new LinkedHashMap<String, Object>();
    var wrong = new LinkedHashMap<String, Problem>();
    questionnaire
        .questions()
        .filter(question -> !blank(typed.get(question.key())))
        .forEach(question -> read(question, typed.get(question.key()), codes, said, wrong));
    boolean shorter = questionnaire.isShorter(said);
    var answers = new LinkedHashMap<String, Object>();
    var asked = new LinkedHashSet<String>();
    questionnaire
        .questions()
        .filter(question -> question.asked(answers, shorter))
        .forEach(
            question -> {
              asked.add(question.key());
              if (said.containsKey(question.key())) {
                answers.put(question.key(), said.get(question.key()));
              }
            });
    wrong.keySet().retainAll(asked);
    return new Reading(answers, asked, wrong);
  }

  static boolean blank(List<String> typed) {
    return typed == null || typed.stream().allMatch(text -> text == null || text.isBlank());
  }

  private static void read(
      Question question,
      List<String> typed,
      Function<Question, Collection<String>> codes,
      Map<String, Object> said,
      Map<String, Problem> wrong) {
    try {
      said.put(question.key(), value(question, typed, codes));
    } catch (Refused e) {
      wrong.put(question.key(), new Problem(question.key(), "questionnaire.answer." + e.why, e.args));
    }
  }

  private static Object value(Question question, List<String> typed, Function<Question, Collection<String>> codes) {
    String one = typed.get(0).strip();
    return switch (question.type()) {
      case TEXT -> text(one, question.longest() == null ? LONGEST_LINE : question.longest());
      case LONG_TEXT -> text(one, question.longest() == null ? LONGEST_TEXT : question.longest());
      case YES_NO -> yes(one);
      case CHOICE -> code(one, codes.apply(question));
      case CHOICES -> typed.stream().map(code -> code(code, codes.apply(question))).distinct().toList();
      case DATE -> day(typed);
      case MONEY -> within(amount(one), question);
      case NUMBER -> within(number(one), question).intValueExact();
      case EVIDENCE -> throw new Refused("notAsked");
    };
  }

  private static String text(String one, int longest) {
    if (one.length() > longest) {
      throw new Refused("tooLong", longest);
    }
    return one;
  }

  private static Boolean yes(String one) {
    if (!one.equals("YES") && !one.equals("NO")) {
      throw new Refused("choose");
    }
    return one.equals("YES");
  }

  private static String code(String one, Collection<String> codes) {
    if (!codes.contains(one)) {
      throw new Refused("choose");
    }
    return one;
  }

  private static LocalDate day(List<String> typed) {
    try {
      int year = Integer.parseInt(typed.get(2).strip());
      if (year < 1900 || year > 2200) {
        throw new Refused("year");
      }
      return LocalDate.of(year, Integer.parseInt(typed.get(1).strip()), Integer.parseInt(typed.get(0).strip()));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new Refused("date");
    }
  }

  /** As people write pounds: with a sign in front, commas between, pence or none. */
  private static BigDecimal amount(String one) {
    String plain = one.replaceAll("[£,\\s]", "");
    if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      throw new Refused("money");
    }
    return new BigDecimal(plain);
  }

  private static BigDecimal number(String one) {
    String plain = one.replaceAll("[,\\s]", "");
    if (!plain.matches("\\d{1,9}")) {
      throw new Refused("number");
    }
    return new BigDecimal(plain);
  }

  private static BigDecimal within(BigDecimal amount, Question question) {
    if (question.least() != null && amount.compareTo(BigDecimal.valueOf(question.least())) < 0) {
      throw new Refused("atLeast", question.least());
    }
    if (question.most() != null && amount.compareTo(BigDecimal.valueOf(question.most())) > 0) {
      throw new Refused("atMost", question.most());
    }
    return amount;
  }

  /** What was typed cannot be read. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final transient List<Object> args;

    Refused(String why, Object... args) {
      super(why, null, false, false);
      this.why = why;
      this.args = List.of(args);
    }
  }

  /** What was typed would give this answer: the way back, for answers that are known from elsewhere. */
  static List<String> typed(Object answer) {
    if (answer instanceof Boolean yes) {
      return List.of(yes ? "YES" : "NO");
    }
    if (answer instanceof LocalDate day) {
      return List.of(
          Integer.toString(day.getDayOfMonth()), Integer.toString(day.getMonthValue()), Integer.toString(day.getYear()));
    }
    if (answer instanceof Collection<?> codes) {
      return codes.stream().map(Object::toString).toList();
    }
    return List.of(answer instanceof BigDecimal amount ? amount.toPlainString() : answer.toString());
  }

  /** Nothing of what was answered. */
  @Override
  public String toString() {
    return "Reading[" + asked.size() + " asked, " + answers.size() + " answered]";
  }
}
