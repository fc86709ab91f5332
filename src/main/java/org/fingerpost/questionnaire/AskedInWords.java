package org.fingerpost.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.QuestionWords;
import org.springframework.stereotype.Component;

/** Questions by their labels and answers by those of their choices, in the version that the application was begun with. */
@Component
class AskedInWords implements QuestionWords {

  private final ApplicationRows rows;
  private final Questionnaires questionnaires;
  private final Choices choices;

  AskedInWords(ApplicationRows rows, Questionnaires questionnaires, Choices choices) {
    this.rows = rows;
    this.questionnaires = questionnaires;
    this.choices = choices;
  }

  @Override
  public String question(String applicationReference, String key, Language language) {
    return of(applicationReference, key, (row, question) -> question.label().in(language)).orElse(key);
  }

  @Override
  public String answer(String applicationReference, String key, List<String> typed, Language language) {
    var said = typed.stream().filter(one -> one != null && !one.isBlank()).toList();
    Map<String, String> labels =
        of(applicationReference, key, (row, question) -> choices.of(question, row.schemeId(), language)).orElse(Map.of());
    boolean aDate = of(applicationReference, key, (row, question) -> question.type() == QuestionType.DATE).orElse(false);
    return said.stream().map(one -> labels.getOrDefault(one, one)).collect(Collectors.joining(aDate ? "/" : ", "));
  }

  private <T> Optional<T> of(String reference, String key, BiFunction<ApplicationRows.Row, Question, T> wanted) {
    return rows.find(reference)
        .flatMap(
            row ->
                questionnaires
                    .get(row.questionnaireId(), row.questionnaireVersion())
                    .question(key)
                    .map(question -> wanted.apply(row, question)));
  }
}
