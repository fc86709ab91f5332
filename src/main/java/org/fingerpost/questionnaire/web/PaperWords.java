package org.fingerpost.questionnaire.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.Choices;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.Paper;
import org.fingerpost.questionnaire.Question;
import org.fingerpost.questionnaire.QuestionType;
import org.springframework.stereotype.Component;

/** Puts an application into words, for all pages that show one. */
@Component
class PaperWords {

  private final Choices choices;
  private final Words words;
  private final Staff staff;
  private final Clock clock;

  PaperWords(Choices choices, Words words, Staff staff, Clock clock) {
    this.choices = choices;
    this.words = words;
    this.staff = staff;
    this.clock = clock;
  }

  /** A question as a page asks it. */
  Shown shown(Paper paper, Question question, Language language) {
    var typed = paper.typed(question.key());
    var rival = paper.rival(question.key());
    return new Shown(
        question.key(),
        question.type().name(),
        question.label().in(language),
        question.hint() == null ? null : question.hint().in(language),
        choices.of(question, paper.application().schemeId(), language),
        Choices.hints(question, language),
        typed.isEmpty() ? null : typed.get(0),
        typed,
        part(typed, 0),
        part(typed, 1),
        part(typed, 2),
        FillingIn.trace(typed),
        rival == null ? null : new Rival(written(paper, question, rival.rival(), language), who(rival.rivalBy(), language), at(rival.rivalAt(), language), FillingIn.trace(rival.rival())),
        paper.entries().containsKey(question.key()) && paper.entries().get(question.key()).by() != null
            ? who(paper.entries().get(question.key()).by(), language)
            : null,
        helps(paper, question, language),
        files(paper, question, language));
  }

  private static String part(List<String> typed, int which) {
    return typed.size() > which ? typed.get(which) : null;
  }

  List<Help> helps(Paper paper, Question question, Language language) {
    return paper
        .helps(question.key())
        .map(
            help ->
                new Help(
                    help.asked(),
                    help.state().name(),
                    help.dueAt() == null ? null : WrittenDate.of(help.dueAt().atZone(clock.getZone()).toLocalDate(), language),
                    help.answer(),
                    help.answeredBy() == null ? null : who(help.answeredBy(), language)))
        .toList();
  }

  List<Document> files(Paper paper, Question question, Language language) {
    return paper.files(question.key()).stream()
        .map(
            file ->
                new Document(
                    file.evidence().id().toString(),
                    file.name(),
                    size(file.evidence().size(), language),
                    at(file.evidence().at(), language),
                    who(file.evidence().by(), language),
                    paper.open(question)
                        && (paper.application().submittedAt() == null
                            || !file.evidence().at().isBefore(paper.application().submittedAt()))))
        .toList();
  }

  private String size(long bytes, Language language) {
    return bytes < 1024 * 1024
        ? words.say(language, "questionnaire.size.kb", Math.max(1, bytes / 1024))
        : words.say(
            language, "questionnaire.size.mb", BigDecimal.valueOf(bytes * 10 / (1024 * 1024), 1).toPlainString());
  }

  /** The answer as people read it: what can be read in words, the rest as it was typed; {@code null} if there is none. */
  String answer(Paper paper, Question question, Language language) {
    if (question.type() == QuestionType.EVIDENCE) {
      var names = paper.files(question.key()).stream().map(Paper.File::name).toList();
      return names.isEmpty() ? null : String.join("\n", names);
    }
    Object value = paper.application().answers().get(question.key());
    if (value instanceof LocalDate day) {
      return WrittenDate.of(day, language);
    }
    if (value instanceof BigDecimal amount) {
      var pounds = NumberFormat.getCurrencyInstance(Locale.UK);
      pounds.setMinimumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
      return pounds.format(amount);
    }
    return written(paper, question, paper.typed(question.key()), language);
  }

  private String written(Paper paper, Question question, List<String> typed, Language language) {
    Map<String, String> labels = choices.of(question, paper.application().schemeId(), language);
    String between = question.type() == QuestionType.DATE ? " " : question.type() == QuestionType.CHOICES ? "\n" : "";
    String text = typed.stream().map(one -> labels.getOrDefault(one, one)).collect(Collectors.joining(between));
    return text.isBlank() ? null : text;
  }

  /** Why a question keeps the application from being sent, in words. */
  String problem(Problem problem, Question question, Language language) {
    var args = new ArrayList<>(problem.args());
    args.add(0, question.label().in(language));
    return words.say(language, problem.messageKey(), args.toArray());
  }

  String who(String userId, Language language) {
    return userId == null
        ? words.say(language, "questionnaire.who.applicant")
        : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  String at(Instant at, Language language) {
    return DateTimeFormatter.ofPattern("HH:mm, d MMMM uuuu", language.locale()).format(at.atZone(clock.getZone()));
  }

  /** A question in words. */
  record Shown(
      String key,
      String type,
      String label,
      String hint,
      Map<String, String> options,
      Map<String, String> hints,
      String value,
      List<String> values,
      String day,
      String month,
      String year,
      String trace,
      Rival rival,
      String officer,
      List<Help> helps,
      List<Document> files) {

    @Override
    public String toString() {
      return "Shown[" + key + "]";
    }
  }

  /** Another answer that was given at the same time. */
  record Rival(String text, String who, String at, String trace) {

    @Override
    public String toString() {
      return "Rival";
    }
  }

  /** A request for help. */
  record Help(String asked, String state, String due, String answer, String who) {

    @Override
    public String toString() {
      return "Help";
    }
  }

  /** A document. */
  record Document(String id, String name, String size, String at, String who, boolean removable) {

    @Override
    public String toString() {
      return "Document[" + id + "]";
    }
  }
}
