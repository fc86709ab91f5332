package org.fingerpost.workbench.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.workbench.change.ModelChange.ChangedFile;
import org.fingerpost.workbench.change.ModelChange.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of changes. */
@Component
class ChangeRows {

  private final JdbcClient db;
  private final ObjectMapper json;
  private final CurrentActor actor;
  private final Clock clock;

  ChangeRows(JdbcClient db, ObjectMapper json, CurrentActor actor, Clock clock) {
    this.db = db;
    this.json = json;
    this.actor = actor;
    this.clock = clock;
  }

  void add(ModelChange change) {
    db.sql(
            """
            insert into model_change (reference, kind, state, scheme_id, title, reason, author, proposed_at, effective_from, draft_id,
              rolls_back, migration_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            change.reference(),
            change.kind().name(),
            change.state().name(),
            change.schemeId(),
            change.title(),
            change.reason(),
            change.author(),
            Timestamp.from(change.proposedAt()),
            change.effectiveFrom(),
            change.draftId(),
            change.rollsBack(),
            change.migrationId())
        .update();
  }

  void files(String reference, Collection<ChangedFile> files) {
    db.sql("delete from model_change_file where reference = ?").param(reference).update();
    for (var file : files) {
      db.sql("insert into model_change_file (reference, name, content, before, was_own) values (:reference, :name, :content, :before, :own)")
          .param("reference", reference)
          .param("name", file.name())
          .param("content", file.content(), Types.BINARY)
          .param("before", file.before(), Types.BINARY)
          .param("own", file.wasOwn())
          .update();
    }
  }

  List<ChangedFile> files(String reference) {
    return db.sql("select * from model_change_file where reference = ? order by name")
        .param(reference)
        .query(
            (row, number) ->
                new ChangedFile(row.getString("name"), row.getBytes("content"), row.getBytes("before"), row.getBoolean("was_own")))
        .list();
  }

  /** Proposed anew, after it came back. */
  void proposedAgain(String reference, String reason, java.time.LocalDate effectiveFrom) {
    db.sql(
            """
            update model_change set state = 'PROPOSED', reason = ?, effective_from = ?, proposed_at = ?, reminded_at = null,
              decided_by = null, decided_at = null, problems = '[]' where reference = ?""")
        .params(reason, effectiveFrom, now(), reference)
        .update();
  }

  void planned(String reference, ChangePlan.Dates dates) {
    db.sql("update model_change set due_at = ?, lapses_at = ? where reference = ?")
        .params(Timestamp.from(dates.dueAt()), Timestamp.from(dates.lapsesAt()), reference)
        .update();
  }

  void decided(String reference, ChangeState state, String by) {
    db.sql("update model_change set state = ?, decided_by = ?, decided_at = ? where reference = ?")
        .params(state.name(), by, now(), reference)
        .update();
  }

  void state(String reference, ChangeState state) {
    db.sql("update model_change set state = ? where reference = ?").params(state.name(), reference).update();
  }

  void reminded(String reference) {
    db.sql("update model_change set reminded_at = ? where reference = ?").params(now(), reference).update();
  }

  void carriedOut(String reference, List<String> deployments) {
    db.sql("update model_change set state = 'CARRIED_OUT', carried_out_at = ?, deployments = ? where reference = ?")
        .params(now(), deployments.toArray(String[]::new), reference)
        .update();
  }

  void failed(String reference, List<Obstacle> problems) {
    db.sql("update model_change set state = 'FAILED', problems = ?::jsonb where reference = ?").params(written(problems), reference).update();
  }

  /** Remembers what happened, in the name of whoever is acting. */
  void step(String reference, String act, String words) {
    var who = actor.get();
    db.sql("insert into model_change_step (reference, act, by_user, at, words) values (?, ?, ?, ?, ?)")
        .params(reference, act, who.kind() == org.fingerpost.platform.Actor.Kind.STAFF ? who.id() : null, now(), words)
        .update();
  }

  List<Step> steps(String reference) {
    return db.sql("select * from model_change_step where reference = ? order by step_id")
        .param(reference)
        .query(
            (row, number) ->
                new Step(row.getString("act"), row.getString("by_user"), instant(row, "at"), row.getString("words")))
        .list();
  }

  ModelChange get(String reference) {
    return find(reference).orElseThrow(() -> new NoSuchChange(reference));
  }

  /** The change, so that whoever else wants to alter it waits. */
  ModelChange lock(String reference) {
    return db.sql("select * from model_change where reference = ? for update")
        .param(reference)
        .query((row, number) -> change(row))
        .optional()
        .orElseThrow(() -> new NoSuchChange(reference));
  }

  Optional<ModelChange> find(String reference) {
    return db.sql("select * from model_change where reference = ?").param(reference).query((row, number) -> change(row)).optional();
  }

  /** The change in which a draft is on its way, or the last one it was in. */
  Optional<ModelChange> ofDraft(UUID draftId) {
    return db.sql("select * from model_change where draft_id = ? order by proposed_at desc limit 1")
        .param(draftId)
        .query((row, number) -> change(row))
        .optional();
  }

  /** Those that wait for somebody first, then newest first. */
  List<ModelChange> all(int most) {
    return db.sql(
            """
            select * from model_change
            order by state not in ('PROPOSED', 'SENT_BACK', 'APPROVED', 'FAILED'), reminded_at is null, proposed_at desc, reference limit ?""")
        .param(most)
        .query((row, number) -> change(row))
        .list();
  }

  private ModelChange change(ResultSet row) throws SQLException {
    return new ModelChange(
        row.getString("reference"),
        ChangeKind.valueOf(row.getString("kind")),
        ChangeState.valueOf(row.getString("state")),
        row.getString("scheme_id"),
        row.getString("title"),
        row.getString("reason"),
        row.getString("author"),
        instant(row, "proposed_at"),
        row.getObject("effective_from", java.time.LocalDate.class),
        row.getObject("draft_id", UUID.class),
        row.getString("rolls_back"),
        row.getObject("migration_id", UUID.class),
        instant(row, "due_at"),
        instant(row, "lapses_at"),
        instant(row, "reminded_at"),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        instant(row, "carried_out_at"),
        List.of((String[]) row.getArray("deployments").getArray()),
        read(row.getString("problems")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private String written(List<Obstacle> problems) {
    try {
      return json.writeValueAsString(problems);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Keys and names can always be written", e);
    }
  }

  private List<Obstacle> read(String problems) {
    try {
      return json.readValue(problems, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("model_change holds problems that are not JSON", e);
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
