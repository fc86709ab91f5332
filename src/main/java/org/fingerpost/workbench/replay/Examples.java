package org.fingerpost.workbench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.replay.ExampleResult.Because;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Named examples that tables must answer. A scheme's example of a name stands instead of the shared one of that name, where the
 * scheme means to differ.
 */
@Component
public class Examples {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 300;

  private final JdbcClient database;
  private final LiveModels live;
  private final Schemes schemes;
  private final ObjectMapper json;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  Examples(
      JdbcClient database,
      LiveModels live,
      Schemes schemes,
      ObjectMapper json,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock) {
    this.database = database;
    this.live = live;
    this.schemes = schemes;
    this.json = json;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * Runs every example that the tables of a draft must answer, also those of schemes that a shared table serves. A table that the
   * draft takes away from a scheme is asked as the shared one that will serve it then.
   */
  public List<ExampleResult> run(Draft draft) {
    var results = new ArrayList<ExampleResult>();
    draft
        .files()
        .forEach(
            (name, file) -> {
              if (name.endsWith(".dmn")) {
                byte[] bytes = file.content() != null ? file.content() : live.file(null, name).orElse(null);
                var examples = about(DraftTable.keyOf(name), draft.schemeId(), name);
                if (!examples.isEmpty()) {
                  results.addAll(run(name, bytes, examples));
                }
              }
            });
    return results;
  }

  /** Runs examples against a table. */
  List<ExampleResult> run(String file, byte[] bytes, List<Example> examples) {
    DraftTable table;
    try {
      table = bytes == null ? null : DraftTable.of(file, bytes);
    } catch (TableRefused e) {
      table = null;
    }
    if (table == null) {
      return examples.stream()
          .map(one -> new ExampleResult(file, one, false, Because.TABLE_REFUSED, List.of(), List.of(), List.of()))
          .toList();
    }
    var results = new ArrayList<ExampleResult>();
    for (Example example : examples) {
      results.add(run(file, table, example));
    }
    return results;
  }

  private static ExampleResult run(String file, DraftTable table, Example example) {
    var missing = new TreeSet<>(table.reads());
    missing.removeAll(example.facts().keySet());
    if (!missing.isEmpty()) {
      return new ExampleResult(file, example, false, Because.FACT_MISSING, List.of(), List.of(), List.copyOf(missing));
    }
    try {
      var said =
          new Combinations(table::ask, DecisionReplay.LIMIT_OF_ONE, 1).ask(List.of(example.facts()), done -> {}).get(0);
      if (said.failed()) {
        return new ExampleResult(file, example, false, Because.NO_ANSWER_POSSIBLE, List.of(), List.of(), List.of());
      }
      boolean passed = fits(table, example, said);
      return new ExampleResult(
          file, example, passed, passed ? null : Because.OTHER_ANSWER, said.rows(), said.rules(), List.of());
    } catch (Combinations.TookTooLong e) {
      return new ExampleResult(file, example, false, Because.TOO_SLOW, List.of(), List.of(), List.of());
    }
  }

  /** The one answer; in a table that collects, one of the answers; nothing expected means that no row answers. */
  private static boolean fits(DraftTable table, Example example, Said said) {
    var expected = Said.of(List.of(), List.of(example.expected())).rows().get(0);
    if (expected.isEmpty()) {
      return said.rows().isEmpty();
    }
    var rows = table.collects() ? said.rows() : said.rows().stream().limit(1).toList();
    return rows.stream()
        .anyMatch(row -> expected.entrySet().stream().allMatch(one -> Objects.equals(row.get(one.getKey()), one.getValue())));
  }

  /** What a table for a scheme, or the shared one, must answer. */
  List<Example> about(String decisionKey, String schemeId, String file) {
    var all =
        database
            .sql("select * from model_example where decision_key = ? and removed_at is null order by name, scheme_id nulls first")
            .param(decisionKey)
            .query((row, number) -> example(row))
            .list();
    if (schemeId == null) {
      Collection<String> served =
          schemes.all().stream().map(Scheme::id).filter(scheme -> !live.own(scheme, file)).collect(Collectors.toSet());
      // Where every scheme served has an example of its own under the name, the shared one still holds for a scheme to come.
      return all.stream().filter(one -> one.schemeId() == null || served.contains(one.schemeId())).toList();
    }
    var own =
        all.stream()
            .filter(one -> schemeId.equals(one.schemeId()))
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            one ->
                schemeId.equals(one.schemeId())
                    || one.schemeId() == null && !own.contains(one.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * Keeps an example.
   *
   * @throws InvalidInput if it has no name, or one that is taken
   */
  @Transactional
  public Example keep(
      String decisionKey,
      String schemeId,
      String name,
      Map<String, Object> facts,
      Map<String, Object> expected,
      String takenFrom) {
    String tidy = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    if (tidy.isEmpty()) {
      throw new InvalidInput("name", "replay.name.missing");
    }
    if (tidy.length() > LONGEST_NAME) {
      throw new InvalidInput("name", "replay.name.long", LONGEST_NAME);
    }
    var kept =
        new Example(
            UUID.randomUUID(), decisionKey, schemeId, tidy, facts, expected, takenFrom, actor.get().id(), clock.instant());
    int written =
        database
            .sql(
                """
                insert into model_example (example_id, decision_key, scheme_id, name, facts, expected, taken_from, kept_by, kept_at)
                values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?) on conflict do nothing
                """)
            .params(
                kept.exampleId(),
                decisionKey,
                schemeId,
                tidy,
                written(facts),
                written(expected),
                takenFrom,
                kept.keptBy(),
                Timestamp.from(kept.keptAt()))
            .update();
    if (written == 0) {
      throw new InvalidInput("name", "replay.name.taken");
    }
    record("example.kept", kept);
    return kept;
  }

  /**
   * Removes an example; that it was there, and why it went, stays.
   *
   * @throws InvalidInput without a reason
   */
  @Transactional
  public void remove(UUID exampleId, String reason) {
    String tidy = reason == null ? "" : reason.strip();
    if (tidy.isEmpty()) {
      throw new InvalidInput("reason", "replay.reason.missing");
    }
    if (tidy.length() > LONGEST_REASON) {
      throw new InvalidInput("reason", "replay.reason.long", LONGEST_REASON);
    }
    var example = find(exampleId).orElseThrow(() -> new InvalidInput("reason", "replay.example.gone"));
    database
        .sql(
            """
            update model_example set removed_by = ?, removed_at = ?, removed_reason = ?
            where example_id = ? and removed_at is null
            """)
        .params(actor.get().id(), Timestamp.from(clock.instant()), tidy, exampleId)
        .update();
    record("example.removed", example);
  }

  Optional<Example> find(UUID exampleId) {
    return database
        .sql("select * from model_example where example_id = ? and removed_at is null")
        .param(exampleId)
        .query((row, number) -> example(row))
        .optional();
  }

  private void record(String act, Example example) {
    audit.record(
        new AuditEvent(
            act,
            "example",
            example.exampleId().toString(),
            example.schemeId(),
            Map.of("table", example.decisionKey())));
  }

  private Example example(ResultSet row) throws SQLException {
    return new Example(
        row.getObject("example_id", UUID.class),
        row.getString("decision_key"),
        row.getString("scheme_id"),
        row.getString("name"),
        read(row.getString("facts")),
        read(row.getString("expected")),
        row.getString("taken_from"),
        row.getString("kept_by"),
        row.getTimestamp("kept_at").toInstant());
  }

  private String written(Map<String, Object> values) {
    try {
      return json.writeValueAsString(new LinkedHashMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Facts and answers are flags, numbers and codes", e);
    }
  }

  private Map<String, Object> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("model_example holds something that is not JSON", e);
    }
  }
}
