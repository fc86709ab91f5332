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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of moves, and of the running processes that they are about. */
@Component
class MigrationRows {

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Clock clock;

  MigrationRows(JdbcClient db, ObjectMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  void add(Migration migration) {
    db.sql(
            """
            insert into model_migration (migration_id, follows, back_of, scheme_id, state, legs, planned_by, planned_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
        .params(
            migration.id(),
            migration.follows(),
            migration.backOf(),
            migration.schemeId(),
            migration.state().name(),
            written(migration.legs()),
            migration.plannedBy(),
            Timestamp.from(migration.plannedAt()))
        .update();
  }

  void add(UUID migrationId, Moving moving) {
    db.sql(
            """
            insert into model_migration_instance (migration_id, instance_id, leg, subject, scheme_id, steps, state)
            values (?, ?, ?, ?, ?, '', 'UNTRIED')""")
        .params(migrationId, moving.instanceId(), moving.leg(), moving.subject(), moving.schemeId())
        .update();
  }

  void state(UUID migrationId, MigrationState state) {
    db.sql("update model_migration set state = ? where migration_id = ?").params(state.name(), migrationId).update();
  }

  void proposed(UUID migrationId, String reference) {
    db.sql("update model_migration set state = 'PROPOSED', reference = ? where migration_id = ?").params(reference, migrationId).update();
    db.sql("update model_migration_instance set state = 'STAYS' where migration_id = ? and state = 'CANNOT'").param(migrationId).update();
  }

  void begun(UUID migrationId) {
    db.sql("update model_migration set state = 'MOVING', begun_at = ? where migration_id = ?").params(now(), migrationId).update();
  }

  /** Several nodes may see that a dry run is over; one of them says so. */
  boolean tried(UUID migrationId) {
    return db.sql("update model_migration set state = 'TRIED', tried_at = ? where migration_id = ? and state = 'TRYING'")
            .params(now(), migrationId)
            .update()
        > 0;
  }

  /** Several nodes may see that a move is over; one of them says so. */
  boolean finished(UUID migrationId) {
    return db.sql(
                """
                update model_migration set state = 'DONE', finished_at = :now where migration_id = :id and state = 'MOVING'
                  and not exists (select from model_migration_instance where migration_id = :id and state = 'MOVES')""")
            .param("now", now())
            .param("id", migrationId)
            .update()
        > 0;
  }

  /** All instances are tried again, those that stay included: the manager changed the plan. */
  void again(UUID migrationId) {
    db.sql("update model_migration set state = 'TRYING', tried_at = null where migration_id = ?").param(migrationId).update();
    db.sql("update model_migration_instance set state = 'UNTRIED', problem = null where migration_id = ?").param(migrationId).update();
  }

  /** The next instance in this state, for this transaction alone; others take others. */
  Optional<Moving> next(UUID migrationId, Moving.State state) {
    return db.sql(
            """
            select * from model_migration_instance where migration_id = ? and state = ?
            order by leg, instance_id limit 1 for update skip locked""")
        .params(migrationId, state.name())
        .query((row, number) -> moving(row))
        .optional();
  }

  void instance(UUID migrationId, String instanceId, Moving.State state, List<String> steps, Obstacle problem) {
    db.sql(
            """
            update model_migration_instance set state = :state, steps = :steps, problem = cast(:problem as jsonb),
              moved_at = case when :state = 'MOVED' then cast(:now as timestamptz) end
            where migration_id = :id and instance_id = :instance""")
        .param("state", state.name())
        .param("steps", String.join(",", steps))
        .param("problem", problem == null ? null : written(problem), Types.VARCHAR)
        .param("now", now())
        .param("id", migrationId)
        .param("instance", instanceId)
        .update();
  }

  /** What the manager decided about one instance: a step to stand for the one that vanished, or {@code null} to leave it. */
  void choose(UUID migrationId, String instanceId, String target) {
    db.sql("update model_migration_instance set state = ?, target = ? where migration_id = ? and instance_id = ?")
        .params(target == null ? "STAYS" : "UNTRIED", target, migrationId, instanceId)
        .update();
  }

  Migration get(UUID migrationId) {
    return db.sql("select * from model_migration where migration_id = ?")
        .param(migrationId)
        .query((row, number) -> migration(row))
        .optional()
        .orElseThrow(() -> new NoSuchChange(migrationId));
  }

  void lock(UUID migrationId) {
    db.sql("select 1 from model_migration where migration_id = ? for update").param(migrationId).query(Integer.class).optional();
  }

  List<UUID> inState(MigrationState state) {
    return db.sql("select migration_id from model_migration where state = ? order by planned_at")
        .param(state.name())
        .query(UUID.class)
        .list();
  }

  List<Migration> following(String reference) {
    return db.sql("select * from model_migration where follows = ? and state <> 'DROPPED' order by planned_at")
        .param(reference)
        .query((row, number) -> migration(row))
        .list();
  }

  List<Migration> newest(int most) {
    return db.sql("select * from model_migration where state <> 'DROPPED' order by planned_at desc limit ?")
        .param(most)
        .query((row, number) -> migration(row))
        .list();
  }

  List<Moving> instances(UUID migrationId, Moving.State state, int most) {
    return db.sql("select * from model_migration_instance where migration_id = ? and state = ? order by subject, leg, instance_id limit ?")
        .params(migrationId, state.name(), most)
        .query((row, number) -> moving(row))
        .list();
  }

  private Map<Moving.State, Integer> counts(UUID migrationId) {
    var counts = new EnumMap<Moving.State, Integer>(Moving.State.class);
    db.sql("select state, count(*) as many from model_migration_instance where migration_id = ? group by state")
        .param(migrationId)
        .query((row, number) -> counts.put(Moving.State.valueOf(row.getString("state")), row.getInt("many")))
        .list();
    return counts;
  }

  private Migration migration(ResultSet row) throws SQLException {
    var id = row.getObject("migration_id", UUID.class);
    return new Migration(
        id,
        row.getString("reference"),
        row.getString("follows"),
        row.getObject("back_of", UUID.class),
        row.getString("scheme_id"),
        MigrationState.valueOf(row.getString("state")),
        read(row.getString("legs"), new TypeReference<>() {}),
        row.getString("planned_by"),
        instant(row, "planned_at"),
        instant(row, "tried_at"),
        instant(row, "begun_at"),
        instant(row, "finished_at"),
        counts(id));
  }

  private Moving moving(ResultSet row) throws SQLException {
    String steps = row.getString("steps");
    String problem = row.getString("problem");
    return new Moving(
        row.getString("instance_id"),
        row.getInt("leg"),
        row.getString("subject"),
        row.getString("scheme_id"),
        steps.isEmpty() ? List.of() : List.of(steps.split(",")),
        Moving.State.valueOf(row.getString("state")),
        row.getString("target"),
        problem == null ? null : read(problem, new TypeReference<Obstacle>() {}),
        instant(row, "moved_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Ids and names can always be written", e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("model_migration holds something that is not JSON", e);
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
