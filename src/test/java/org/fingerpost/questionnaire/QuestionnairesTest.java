package org.fingerpost.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.LocalisedText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questionnaires are data that somebody else writes: what is wrong with one is found here, and a published version stays as it is. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnairesTest {

  private static final Path FOLDER = Path.of("src/main/resources/questionnaires");
  private static final Questionnaires ALL = new Questionnaires();
  private static final Questionnaire KITE_MARK = ALL.latest("kitemark");

  @Test
  void every_text_is_there_in_english_and_in_another_welsh() {
    for (var questionnaire : ALL.all()) {
      texts(questionnaire)
          .forEach(
              text -> {
                assertThat(text.en()).as("%s", text).isNotBlank().doesNotContain("TODO");
                assertThat(text.cy()).as("%s", text).isNotBlank();
                if (!text.en().matches("Trusted Charity")) {
                  assertThat(text.cy()).as("Welsh of %s", text.en()).isNotEqualTo(text.en());
                }
              });
    }
  }

  private static Stream<LocalisedText> texts(Questionnaire questionnaire) {
    return Stream.of(
            Stream.of(questionnaire.name()),
            questionnaire.sections().stream().flatMap(s -> Stream.of(s.title(), s.intro())),
            questionnaire.questions().flatMap(q -> Stream.of(q.label(), q.hint())),
            questionnaire.questions().flatMap(q -> q.choices().stream()).flatMap(c -> Stream.of(c.label(), c.hint())))
        .flatMap(s -> s)
        .filter(java.util.Objects::nonNull);
  }

  @Test
  void a_published_version_is_never_changed() throws Exception {
    var published = new TreeMap<String, String>();
    for (String line : Files.readAllLines(FOLDER.resolve("checksums.txt"))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        published.put(line.split("\\s+")[1], line.split("\\s+")[0]);
      }
    }
    var here = new TreeMap<String, String>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        here.put(
            file.getFileName().toString(),
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
      }
    }
    assertThat(here)
        .as("people have answered it: write the next version beside it, and add its line to checksums.txt")
        .isEqualTo(published);
  }

  @Test
  void the_kite_mark_asks_everything_that_its_rules_read() {
    assertThat(KITE_MARK.questions().map(Question::key))
        .doesNotHaveDuplicates()
        .contains(
            "organisationName", "legalForm", "sizePaid", "sizeVolunteers", "areas", "activities", "audienceUnder18",
            "audienceAdultsAtRisk", "oneToOne", "homeVisits", "hazard", "regulatedAdvice", "takesMoney", "holdsData",
            "usesVenueCover", "secondContactName", "purposeDocument", "bankTwoSignatories", "insuranceDocument", "insuranceUntil",
            "safeguardingDocument", "safeguardingLead", "safeguardingTrainedUntil", "dbsRoles", "dbsUntil", "riskAssessment",
            "privacyNotice", "equalityStatement", "complaintsRoute", "volunteerInduction", "accountsDocument", "turnover",
            "adviceAuthorisation", "outcomesAgreed", "existingMark", "setUpSupport");
    assertThat(KITE_MARK.question("hazard").orElseThrow().choices()).extracting(Question.Choice::code).containsExactly("NONE", "LOW", "HIGH");
    assertThat(KITE_MARK.question("existingMark").orElseThrow().choices())
        .extracting(Question.Choice::code)
        .containsExactlyInAnyOrder("NONE", "TRUSTED_CHARITY", "QA3", "OTHER");
    assertThat(Stream.of("purposeDocument", "insuranceDocument", "safeguardingDocument", "accountsDocument"))
        .allMatch(key -> KITE_MARK.question(key).orElseThrow().type() == QuestionType.EVIDENCE);
  }

  @Test
  void a_group_without_a_constitution_is_asked_less_whatever_it_does() {
    var full = reading(Map.of("legalForm", List.of("CHARITY")));
    var small = reading(Map.of("legalForm", List.of("UNCONSTITUTED_GROUP"), "audienceUnder18", List.of("YES")));

    assertThat(small.asked()).contains("purposeNote", "safeguardingNote", "setUpSupport", "riskAssessment", "equalityStatement", "complaintsRoute");
    assertThat(small.asked())
        .doesNotContain("purposeDocument", "accountsDocument", "turnover", "volunteerInduction", "safeguardingDocument", "bankTwoSignatories", "privacyNotice", "insuranceDocument");
    assertThat(full.asked()).contains("purposeDocument", "accountsDocument", "bankTwoSignatories", "insuranceDocument").doesNotContain("setUpSupport");
    assertThat(small.asked().size()).isLessThan(full.asked().size());
  }

  @Test
  void a_small_group_is_asked_about_money_data_and_insurance_only_where_there_is_any() {
    var typed = new LinkedHashMap<String, List<String>>();
    typed.put("legalForm", List.of("UNCONSTITUTED_GROUP"));
    typed.put("takesMoney", List.of("YES"));
    typed.put("usesVenueCover", List.of("NO"));
    typed.put("holdsData", List.of("YES"));
    assertThat(reading(typed).asked()).contains("bankTwoSignatories", "insuranceDocument", "insuranceUntil", "privacyNotice");
  }

  @Test
  void a_very_small_constituted_group_with_little_risk_is_asked_less_and_with_more_risk_is_not() {
    var typed = new LinkedHashMap<String, List<String>>();
    typed.put("legalForm", List.of("CONSTITUTED_GROUP"));
    typed.put("sizePaid", List.of("0"));
    typed.put("sizeVolunteers", List.of("6"));
    Stream.of("audienceUnder18", "audienceAdultsAtRisk", "oneToOne", "homeVisits", "regulatedAdvice").forEach(key -> typed.put(key, List.of("NO")));
    typed.put("hazard", List.of("LOW"));
    assertThat(reading(typed).asked()).contains("purposeNote").doesNotContain("setUpSupport");

    typed.put("homeVisits", List.of("YES"));
    assertThat(reading(typed).asked()).contains("purposeDocument").doesNotContain("purposeNote");
  }

  @Test
  void what_is_not_asked_any_more_is_kept_as_typed_and_not_counted() {
    var typed = new LinkedHashMap<String, List<String>>();
    typed.put("regulatedAdvice", List.of("YES"));
    typed.put("adviceAuthorisation", List.of("FRN 999999"));
    assertThat(reading(typed).answers()).containsKey("adviceAuthorisation");
    typed.put("regulatedAdvice", List.of("NO"));
    assertThat(reading(typed).answers()).doesNotContainKey("adviceAuthorisation");
    assertThat(reading(typed).asked()).doesNotContain("adviceAuthorisation", "adviceDocument");
  }

  @Test
  void what_cannot_be_read_is_said_and_spoils_nothing_else() {
    var typed = new LinkedHashMap<String, List<String>>();
    typed.put("organisationName", List.of("Canal Walkers"));
    typed.put("sizePaid", List.of("a few"));
    typed.put("insuranceUntil", List.of("31", "2", "2027"));
    typed.put("safeguardingTrainedUntil", List.of("1", "3", "27"));
    typed.put("turnover", List.of("about ten"));
    typed.put("hazard", List.of("SEVERE"));
    typed.put("activities", List.of("x".repeat(2001)));
    var reading = reading(typed);
    assertThat(reading.answers()).containsOnlyKeys("organisationName");
    var why = new TreeMap<String, String>();
    reading.problems().forEach((key, problem) -> why.put(key, problem.messageKey().replace("questionnaire.answer.", "")));
    assertThat(why)
        .isEqualTo(
            Map.of(
                "sizePaid", "number", "insuranceUntil", "date", "safeguardingTrainedUntil", "year", "turnover", "money", "hazard", "choose",
                "activities", "tooLong"));
  }

  @Test
  void amounts_and_numbers_are_read_as_people_write_them() {
    var typed = new LinkedHashMap<String, List<String>>();
    typed.put("turnover", List.of(" £12,500.50 "));
    typed.put("sizePaid", List.of("1,200"));
    var answers = reading(typed).answers();
    assertThat(answers.get("turnover")).hasToString("12500.50");
    assertThat(answers.get("sizePaid")).isEqualTo(1200);
  }

  @Test
  void a_questionnaire_with_mistakes_is_refused_in_words() throws Exception {
    var wrong =
        new ObjectMapper(new YAMLFactory())
            .readValue(
                """
                id: wrong
                version: 1
                name: {en: "a", cy: "b"}
                shorter:
                  - - {question: later, is: ["YES"]}
                sections:
                  - id: One
                    title: {en: "a", cy: "b"}
                    questions:
                      - {key: first, type: CHOICE, label: {en: "a", cy: "b"}}
                      - {key: first, type: TEXT, label: {en: "a", cy: "b"}}
                      - {key: second, type: TEXT, when: [{question: later, is: ["YES"]}], label: {en: "a", cy: "b"}}
                      - {key: later, type: YES_NO, path: FULL, label: {en: "a", cy: "b"}}
                      - {key: last, type: TEXT, when: [{question: later, is: ["MAYBE"]}], label: {en: "a", cy: "b"}}
                """,
                Questionnaire.class);
    assertThat(String.join("\n", Questionnaires.problems(wrong)))
        .contains("section id One")
        .contains("first has choices and is no choice")
        .contains("the key first is used twice")
        .contains("second depends on later, which is not asked before it")
        .contains("last depends on an answer that later does not have")
        .contains("the shorter path depends on later");
  }

  private static Reading reading(Map<String, List<String>> typed) {
    return Reading.of(
        KITE_MARK,
        typed,
        question ->
            "LEGAL_FORMS".equals(question.choicesFrom())
                ? Stream.of(LegalForm.values()).map(Enum::name).toList()
                : question.choices().stream().map(Question.Choice::code).toList());
  }
}
