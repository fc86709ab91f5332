package org.fingerpost.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.rights.Dictionary.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is kept about somebody, row by row, as the {@link Registry} finds it: every column but those classified [SECRET].
 * Accounts of staff are told as role and organisation; links that open a page are left out of messages.
 */
@Component
class Gathering {

  private final JdbcClient db;
  private final Dictionary dictionary;
  private final StaffWords staffWords;
  private final ObjectMapper json;

  Gathering(JdbcClient db, Dictionary dictionary, StaffWords staffWords, ObjectMapper json) {
    this.db = db;
    this.dictionary = dictionary;
    this.staffWords = staffWords;
    this.json = json;
  }

  /** Columns of a line of the registry that belong into an answer, in the table's order. */
  List<Column> released(Holding holding) {
    if (!holding.released() || holding.notReleased().containsKey("*")) {
      return List.of();
    }
    var although = Registry.RELEASED_ALTHOUGH_SECRET.getOrDefault(holding.table(), Set.of());
    return dictionary.columns(holding.table()).stream()
        .filter(column -> !column.classified().isEmpty())
        .filter(column -> !column.classified().equals("SECRET") || although.contains(column.name()))
        .filter(column -> !column.bytes())
        .filter(column -> !holding.notReleased().containsKey(column.name()))
        .toList();
  }

  /** What is kept, table by table: the person first, then the referral, then what happened. */
  @Transactional(readOnly = true)
  List<Found> gather(Subject subject, Language language) {
    var found = new ArrayList<Found>();
    var lines = new ArrayList<>(Registry.of(subject.about()));
    Collections.reverse(lines);
    var roles = staffWords.of(language);
    for (Holding holding : lines) {
      var columns = released(holding);
      if (!columns.isEmpty()) {
        var rows = rows(holding, columns, subject, roles);
        if (!rows.isEmpty()) {
          found.add(new Found(holding, columns, rows));
        }
      }
    }
    return found;
  }

  /** Documents that were uploaded: name within the answer, and content. */
  @Transactional(readOnly = true)
  Map<String, byte[]> documents(Subject subject, Set<String> withheld) {
    var documents = new LinkedHashMap<String, byte[]>();
    if (subject.about() == Holding.About.CONTACT) {
      db.sql("select file_id, file_name, content from application_file where reference in (:references) order by uploaded_at")
          .param("references", subject.parameters().get("references"))
          .query(
              row -> {
                UUID id = row.getObject("file_id", UUID.class);
                if (!withheld.contains("application_file/" + id + "/content")) {
                  documents.put(
                      "documents/" + id.toString().substring(0, 8) + "-" + row.getString("file_name").replaceAll("[^\\p{L}\\p{N}._-]", "_"),
                      row.getBytes("content"));
                }
              });
    }
    return documents;
  }

  private List<Row> rows(Holding holding, List<Column> columns, Subject subject, Map<String, String> roles) {
    // Fifty pairs are the most that one call takes.
    var pairs = new ArrayList<String>();
    for (int from = 0; from < columns.size(); from += 40) {
      pairs.add(
          "jsonb_build_object("
              + columns.subList(from, Math.min(columns.size(), from + 40)).stream()
                  .map(column -> "'" + column.name() + "', t." + column.name())
                  .collect(Collectors.joining(", "))
              + ")");
    }
    var keys = dictionary.columns(holding.table()).stream().filter(Column::key).map(column -> "t." + column.name() + "::text").toList();
    return db.sql(
            "select concat_ws('/', "
                + String.join(", ", keys)
                + ") as key, cast("
                + String.join(" || ", pairs)
                + " as text) as said from "
                + holding.table()
                + " t where "
                + holding.where()
                + " order by 1")
        .params(subject.parameters())
        .query((row, number) -> row(holding, columns, row.getString("key"), row.getString("said"), roles))
        .list();
  }

  private Row row(Holding holding, List<Column> columns, String key, String said, Map<String, String> roles) {
    var kept = read(said);
    var values = new LinkedHashMap<String, JsonNode>();
    var flagged = new HashSet<String>();
    for (Column column : columns) {
      JsonNode value = withoutLinks(kept.path(column.name()));
      if (Registry.STAFF_COLUMNS.contains(column.name()) && value.isTextual() && roles.containsKey(value.asText())) {
        value = TextNode.valueOf(roles.get(value.asText()));
      }
      values.put(column.name(), value);
      if (holding.aboutOthers().contains(column.name()) && !empty(value) && !ofThePerson(holding, column, kept)) {
        flagged.add(column.name());
      }
    }
    for (String column : holding.aboutOthers()) {
      if (dictionary.columns(holding.table()).stream().anyMatch(c -> c.name().equals(column) && c.bytes())) {
        flagged.add(column);
      }
    }
    return new Row(holding.table() + "/" + key, values, flagged);
  }

  /** Who refers themself wrote all of it, and a message to the person is theirs. */
  private static boolean ofThePerson(Holding holding, Column column, JsonNode row) {
    return switch (holding.table()) {
      case "referral" -> row.path("referrer_kind").asText().equals("SELF");
      case "outbox_message" -> row.path("recipient").asText().equals("PERSON") || row.path("referral_id").isNull();
      case "consent_grant" -> row.path("given_by").asText().equals("PERSON");
      default -> false;
    };
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database builds JSON", e);
    }
  }

  private static boolean empty(JsonNode value) {
    return value.isNull() || value.isMissingNode() || value.isContainerNode() && value.isEmpty() || value.isTextual() && value.asText().isBlank();
  }

  private static JsonNode withoutLinks(JsonNode value) {
    if (value instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(withoutLinks(entry.getValue())));
      return object;
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutLinks(array.get(i)));
      }
      return array;
    }
    return value.isTextual() && value.asText().matches("https?://\\S+") ? TextNode.valueOf("[link]") : value;
  }

  /** Rows of one line of the registry. */
  record Found(Holding holding, List<Column> columns, List<Row> rows) {

    @Override
    public String toString() {
      return "Found[" + holding.table() + "]";
    }
  }

  /**
   * One row.
   *
   * @param key table and primary key
   * @param flagged columns that somebody looks at before they are released
   */
  record Row(String key, Map<String, JsonNode> values, Set<String> flagged) {

    Optional<String> text(String column) {
      return Optional.ofNullable(values.get(column)).filter(value -> !empty(value)).map(value -> value.isTextual() ? value.asText() : value.toString());
    }

    @Override
    public String toString() {
      return "Row[" + key + "]";
    }
  }

  /** By user id, who somebody is without a name: for the columns of staff. */
  @Component
  static class StaffWords {

    private final JdbcClient db;
    private final org.fingerpost.platform.Words words;
    private final org.fingerpost.scheme.Schemes schemes;

    StaffWords(JdbcClient db, org.fingerpost.platform.Words words, org.fingerpost.scheme.Schemes schemes) {
      this.db = db;
      this.words = words;
      this.schemes = schemes;
    }

    Map<String, String> of(Language language) {
      var roles = new HashMap<String, String>();
      roles.put("fingerpost", words.say(language, "rights.seen.fingerpost"));
      db.sql("select user_id, roles[1] as role, scheme_id from staff_account")
          .query(
              row -> {
                roles.put(
                    row.getString("user_id"),
                    words.say(
                        language,
                        "rights.seen.who",
                        words.say(language, "identity.role." + row.getString("role")),
                        scheme(row.getString("scheme_id"), language)));
              });
      return roles;
    }

    String scheme(String schemeId, Language language) {
      return schemeId == null
          ? words.say(language, "rights.seen.allSchemes")
          : schemes.find(schemeId).map(scheme -> scheme.name().in(language)).orElse(schemeId);
    }
  }
}
