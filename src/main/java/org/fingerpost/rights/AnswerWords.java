package org.fingerpost.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
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
          "decision", List.of("safeguarding.decision."),
          "answer", List.of("signpost-answer."),
          "field", List.of("rights.field."));

  private final JdbcClient db;
  private final Words words;
  private final Clock clock;

  AnswerWords(JdbcClient db, Words words, Clock clock) {
    this.db = db;
    this.words = words;
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
    for (var column : found.columns()) {
      boolean leftOut = withheld.contains(row.key() + "/" + column.name());
      if (hasWords(table, column.name(), language) && row.text(column.name()).isPresent()) {
        lines.add(
            new Answers.Line(
                column(table, column.name(), language),
                leftOut ? words.say(language, "rights.answer.leftOut") : value(column.name(), named(column.name(), row.values().get(column.name()), activities), language),
                leftOut));
      }
    }
    return lines;
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
          .map(entry -> entry.getKey() + ": " + value(entry.getKey(), entry.getValue(), language))
          .collect(Collectors.joining("; "));
    }
    return one(column, value.asText(), language);
  }

  private String one(String column, String text, Language language) {
    if (CodeWords.isCode(text)) {
      return CodeWords.of(words, language, column, text, OWN.getOrDefault(column, List.of())).orElse(text);
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
