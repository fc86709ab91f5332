package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.kitemark.journey.KitemarkAward;
import org.fingerpost.questionnaire.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What assessors and officers read in their tasks: the proposal with its reasons, what is missing, and what happened so far. */
@Component
public class AssessmentSheets {

  private final CaseRows rows;
  private final KeptAnswers kept;
  private final Applications applications;
  private final Staff staff;
  private final Words words;

  AssessmentSheets(CaseRows rows, KeptAnswers kept, Applications applications, Staff staff, Words words) {
    this.rows = rows;
    this.kept = kept;
    this.applications = applications;
    this.staff = staff;
    this.words = words;
  }

  /**
   * A sheet in words; a line each where there are several.
   *
   * @param proposal level and how people may come
   * @param reasons why, by rule
   * @param missing empty if nothing is
   * @param soFar what happened before: more was asked for, an appeal, given back; empty if nothing did
   * @param decided what the first assessor decided, or empty
   * @param reasonGiven why, or empty
   * @param links to the application and to why it was decided so, as Markdown
   * @param levels codes that may be chosen instead
   */
  public record Sheet(
      String organisation,
      String risk,
      String proposal,
      String reasons,
      String missing,
      String soFar,
      String decided,
      String reasonGiven,
      String links,
      List<String> levels) {

    @Override
    public String toString() {
      return "Sheet";
    }
  }

  @Transactional(readOnly = true)
  public Sheet of(String reference, Language language) {
    var markCase = rows.find(reference).orElseThrow();
    var all = rows.assessments(reference);
    var last = all.get(all.size() - 1);
    String name = applications.get(reference).text("organisationName");
    return new Sheet(
        name == null ? reference : name,
        words.say(language, "kitemark.risk." + last.risk()),
        words.say(
            language,
            "kitemark.proposal",
            words.say(language, "kitemark.level." + last.proposedLevel()),
            words.say(language, "kitemark.mode." + last.mode()),
            last.renewMonths()),
        reasons(reference, language),
        missing(last, language),
        soFar(markCase, all, language),
        last.decided()
            ? words.say(
                language,
                "kitemark.decidedBy",
                words.say(language, "kitemark.level." + last.decidedLevel()),
                name(last.assessor()))
            : "",
        last.reason() == null ? "" : last.reason(),
        words.say(language, "kitemark.links", reference),
        Assessing.MAY_BE_CHOSEN.stream().filter(level -> level != last.proposedLevel()).sorted().map(Enum::name).toList());
  }

  private String reasons(String reference, Language language) {
    var answers = kept.of(Awards.SUBJECT, reference);
    return Stream.of(KitemarkAward.DECISION_RISK, KitemarkAward.DECISION_LEVEL)
        .flatMap(table -> answers.stream().filter(a -> a.answer().decisionKey().equals(table)).limit(1))
        .flatMap(answer -> answer.answer().ruleIds().stream())
        .map(rule -> "- " + words.say(language, "kitemark.rule." + rule))
        .collect(Collectors.joining("\n"));
  }

  private String missing(Assessment last, Language language) {
    return Stream.concat(
            last.missingMandatory().stream().map(item -> line(language, "kitemark.missing.first", item)),
            last.missingOther().stream().map(item -> line(language, "kitemark.missing.later", item)))
        .collect(Collectors.joining("\n"));
  }

  private String line(Language language, String key, String item) {
    return "- " + words.say(language, key, words.say(language, "kitemark.item." + item));
  }

  private String soFar(MarkCase markCase, List<Assessment> all, Language language) {
    var lines = new ArrayList<String>();
    if (markCase.openConcern()) {
      lines.add(words.say(language, "kitemark.soFar.concern", markCase.concernNote()));
    }
    if (markCase.appealWords() != null) {
      lines.add(words.say(language, "kitemark.soFar.appeal", markCase.appealWords()));
    }
    if (markCase.askedUntil() != null) {
      lines.add(asked(markCase, language));
    }
    all.stream()
        .filter(assessment -> Boolean.FALSE.equals(assessment.secondAgreed()))
        .forEach(
            assessment ->
                lines.add(
                    words.say(
                        language,
                        "kitemark.soFar.givenBack",
                        name(assessment.secondAssessor()),
                        assessment.secondReason())));
    return String.join("\n", lines);
  }

  private String asked(MarkCase markCase, Language language) {
    LocalDate until = markCase.askedUntil();
    String items =
        markCase.askedItems().stream()
            .map(item -> words.say(language, "kitemark.item." + item))
            .collect(Collectors.joining("; "));
    boolean answered = markCase.takenUp() > 0;
    return words.say(
        language,
        answered ? "kitemark.soFar.answered" : "kitemark.soFar.asked",
        items,
        WrittenDate.of(until, language));
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }
}
