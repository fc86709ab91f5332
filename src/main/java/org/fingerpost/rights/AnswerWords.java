package org.fingerpost.rights;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fingerpost.platform.CodeWords;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.MessageWords;
import org.fingerpost.platform.QuestionWords;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.rights.Gathering.Found;
import org.fingerpost.rights.Gathering.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept, in words that the person it is about can read: tables and columns by name, codes and dates in words. */
@Component
class AnswerWords {

  /** What a column's code means in the tables that hold somebody's data, where it could mean something else elsewhere. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "status", List.of("introduction.status."),
          "reason", List.of("introduction.missing."),
          "decision", List.of("safeguarding.decision.", "rights.decision."),
          "answer", List.of("signpost-answer."),
          "asked_by", List.of("rights.asked-by."),
          "field", List.of("rights.field."),
          "stated_sex", List.of("stated-sex."),
          "ethnic_category", List.of("ethnic-category."));

  private final JdbcClient db;
  private final Words words;
  private final MessageWords messages;
  private final QuestionWords questions;
  private final ObjectMapper json;
  private final Clock clock;

  AnswerWords(JdbcClient db, Words words, MessageWords messages, QuestionWords questions, ObjectMapper json, Clock clock) {
    this.db = db;
    this.words = words;
    this.messages = messages;
    this.questions = questions;
    this.json = json;
    this.clock = clock;
  }

  String table(String table, Language language) {
    return words.say(language, "rights.table." + table);
  }

  /** The label of a column: its own in this table or, more often, the one it has everywhere; its name where nobody gave it words. */
  String column(String table, String column, Language language) {
    String own = "rights.column." + table + "." + column;
    String said = words.say(language, own);
    String shared = "rights.column." + column;
    String otherwise = words.say(language, shared);
    return !said.equals(own) ? said : otherwise.equals(shared) ? column : otherwise;
  }

  /** Whether a column can be read by somebody who knows no tables: it has a label. */
  boolean hasWords(String table, String column, Language language) {
    return !column(table, column, language).equals(column);
  }

  /** Everything that was found, in words. */
  List<Answers.Part> parts(List<Found> found, String schemeId, Set<String> withheld, Language language) {
    var activities = activities(schemeId, language);
    var parts = new ArrayList<Answers.Part>();
    for (Found one : found) {
      var rows = one.rows().stream().map(row -> lines(one, row, withheld, activities, language)).filter(lines -> !lines.isEmpty()).toList();
      if (!rows.isEmpty()) {
        parts.add(
            new Answers.Part(
                table(one.holding().table(), language),
                words.say(language, "rights.kept." + one.holding().kept()),
                rows));
      }
    }
    return parts;
  }

  private List<Answers.Line> lines(
      Found found, Row row, Set<String> withheld, Map<String, String> activities, Language language) {
    var lines = new ArrayList<Answers.Line>();
    String table = found.holding().table();
    if (table.equals("application_answer") && texts(row.values().get("typed")).stream().allMatch(String::isBlank)) {
      return lines;
    }
    for (var column : found.columns()) {
      boolean leftOut = withheld.contains(row.key() + "/" + column.name());
      if (hasWords(table, column.name(), language) && row.text(column.name()).isPresent()) {
        lines.add(
            new Answers.Line(
                column(table, column.name(), language),
                leftOut ? words.say(language, "rights.answer.leftOut") : said(row, column.name(), activities, language),
                leftOut));
      }
    }
    return lines;
  }

  /** One value as the person reads it. */
  String said(Row row, String column, Map<String, String> activities, Language language) {
    if (column.equals("params")) {
      return message(row);
    }
    if (row.key().startsWith("application_") && row.values().containsKey("question")) {
      String reference = row.values().get("reference").asText();
      switch (column) {
        case "question" -> {
          return questions.question(reference, row.values().get("question").asText(), language);
        }
        case "typed", "rival" -> {
          return questions.answer(reference, row.values().get("question").asText(), texts(row.values().get(column)), language);
        }
        default -> {}
      }
    }
    String text = value(column, named(column, row.values().get(column), activities), language);
    return column.equals("removed_at")
        ? words.say(language, "rights.answer.removed", text, daysBetween(row.values().get("sent_at"), row.values().get("removed_at")))
        : text;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** As it was written, in the language it was written in; links are left out. */
  private String message(Row row) {
    var params = json.convertValue(row.values().get("params"), new TypeReference<Map<String, Object>>() {});
    return messages
        .body(
            row.values().get("scheme_id").asText(),
            row.values().get("purpose").asText(),
            Language.of(row.values().get("language").asText()),
            params)
        .orElse("");
  }

  private static long daysBetween(JsonNode from, JsonNode to) {
    return Duration.between(OffsetDateTime.parse(from.asText()), OffsetDateTime.parse(to.asText())).toDays();
  }

  /** Activities by name: their ids say nothing to the person. */
  private static JsonNode named(String column, JsonNode value, Map<String, String> activities) {
    if (column.equals("activity_id") && activities.containsKey(value.asText())) {
      return TextNode.valueOf(activities.get(value.asText()));
    }
    if (column.equals("activity_ids")) {
      return TextNode.valueOf(
          StreamSupport.stream(value.spliterator(), false)
              .map(one -> activities.getOrDefault(one.asText(), one.asText()))
              .collect(Collectors.joining(", ")));
    }
    return value;
  }

  private Map<String, String> activities(String schemeId, Language language) {
    var names = new HashMap<String, String>();
    db.sql("select activity_id, case when :cy then name_cy else name_en end as name from activity where scheme_id = :scheme")
        .param("cy", language == Language.CY)
        .param("scheme", schemeId)
        .query(
            row -> {
              names.put(row.getString("activity_id"), row.getString("name"));
            });
    return names;
  }

  private String value(String column, JsonNode value, Language language) {
    if (value.isBoolean()) {
      return words.say(language, value.asBoolean() ? "rights.answer.yes" : "rights.answer.no");
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(one -> value(column, one, language))
          .collect(Collectors.joining(value.size() > 0 && value.get(0).isObject() ? "; " : ", "));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .filter(entry -> !entry.getValue().isNull())
          .map(entry -> fact(entry.getKey(), language) + ": " + value(entry.getKey(), entry.getValue(), language))
          .collect(Collectors.joining("; "));
    }
    return one(column, value.asText(), language);
  }

  private String fact(String name, Language language) {
    String said = words.say(language, "audit.fact." + name);
    return said.equals("audit.fact." + name) ? name : said;
  }

  private String one(String column, String text, Language language) {
    if (Registry.STAFF_COLUMNS.contains(column) && text.contains(":")) {
      return words.say(language, "rights.seen.source");
    }
    if (column.endsWith("language") && (text.equals("en") || text.equals("cy"))) {
      return words.say(language, "audit.language." + text);
    }
    if (column.equals("purpose")) {
      String said = words.say(language, "audit.message." + text);
      if (!said.equals("audit.message." + text)) {
        return said;
      }
    }
    // The codes of a standard may be figures.
    if (CodeWords.isCode(text) || OWN.containsKey(column)) {
      return CodeWords.of(words, language, column, text, OWN.getOrDefault(column, List.of()))
          .or(() -> CodeWords.of(words, language, column, text, List.of("audit.code.")))
          .orElse(text);
    }
    try {
      if (text.length() == 10 && text.charAt(4) == '-') {
        return WrittenDate.of(LocalDate.parse(text), language);
      }
      if (text.length() >= 19 && text.charAt(10) == 'T') {
        return WrittenDate.of(OffsetDateTime.parse(text).atZoneSameInstant(clock.getZone()).toLocalDate(), language);
      }
    } catch (DateTimeParseException e) {
      return text;
    }
    return text;
  }
}
