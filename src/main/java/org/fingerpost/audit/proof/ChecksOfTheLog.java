package org.fingerpost.audit.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fingerpost.audit.proof.LogCheck.Finding;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the log when an auditor asks for it and every night, one check at a time, and records each with what it found. */
@Component
class ChecksOfTheLog {

  static final String CHECKED = "audit.checked";

  private static final Logger LOG = LoggerFactory.getLogger(ChecksOfTheLog.class);
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  /** A check that runs longer than this has died with its node. */
  private static final Duration DEAD = Duration.ofHours(6);

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final TransactionTemplate oneState;
  private final TransactionTemplate transaction;
  private final LogKeys keys;
  private final KeptHeads kept;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final ObjectMapper json;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "fingerpost-audit-check");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long done;
  private volatile long steps;

  ChecksOfTheLog(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      LogKeys keys,
      KeptHeads kept,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock,
      ObjectMapper json) {
    this.jdbc = jdbc;
    this.db = JdbcClient.create(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.oneState = new TransactionTemplate(transactions);
    this.oneState.setReadOnly(true);
    this.oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.keys = keys;
    this.kept = kept;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.json = json;
  }

  /**
   * A check, ended or not.
   *
   * @param result RUNNING, UNALTERED, ALTERED or FAILED
   * @param findings what does not fit, in codes
   */
  record Check(
      UUID id,
      String askedBy,
      Instant startedAt,
      Instant finishedAt,
      long size,
      String root,
      long seals,
      long deployments,
      String result,
      List<Finding> findings) {

    public boolean isRunning() {
      return result.equals("RUNNING");
    }
  }

  /** Begins a check in the name of whoever is signed in; does nothing while one runs. */
  void start() {
    if (latest().filter(Check::isRunning).isPresent()) {
      return;
    }
    var who = actor.get();
    var id = begin(who, null);
    id.ifPresent(check -> worker.execute(() -> run(check, who)));
  }

  @Scheduled(cron = "${fingerpost.audit-check-cron:0 20 2 * * *}", zone = "Europe/London")
  void nightly() {
    // Of several nodes, the first takes the night.
    begin(Actor.SYSTEM, LocalDate.ofInstant(clock.instant(), clock.getZone())).ifPresent(id -> run(id, Actor.SYSTEM));
  }

  private Optional<UUID> begin(Actor who, LocalDate night) {
    var id = UUID.randomUUID();
    int begun =
        db.sql("insert into audit_check (check_id, asked_by, started_at, night) values (?, ?, ?, ?) on conflict do nothing")
            .params(id, who.id(), Timestamp.from(clock.instant()), night)
            .update();
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  /** Checks now, in this thread. */
  void run(UUID id, Actor who) {
    done = 0;
    try {
      var result =
          oneState.execute(
              status -> {
                steps = LogCheck.steps(db);
                return new LogCheck(jdbc, kept).run(keys.all(), step -> done = step);
              });
      actor.as(who, () -> transaction.executeWithoutResult(status -> keep(id, result)));
    } catch (RuntimeException e) {
      LOG.error("The check of the audit log could not be ended: {}", e.getClass().getSimpleName());
      db.sql("update audit_check set result = 'FAILED', finished_at = ? where check_id = ?")
          .params(Timestamp.from(clock.instant()), id)
          .update();
    }
  }

  private void keep(UUID id, LogCheck.Result result) {
    db.sql(
            """
            update audit_check set result = ?, finished_at = ?, size = ?, root = ?, seals = ?, deployments = ?, findings = ?::jsonb
            where check_id = ?
            """)
        .params(
            result.isUnaltered() ? "UNALTERED" : "ALTERED",
            Timestamp.from(clock.instant()),
            result.size(),
            result.root(),
            result.seals(),
            result.deployments(),
            written(result.findings()),
            id)
        .update();
    var details = new LinkedHashMap<String, String>();
    details.put("unaltered", String.valueOf(result.isUnaltered()));
    details.put("entries", String.valueOf(result.size()));
    details.put("cases", String.valueOf(result.seals()));
    details.put("findings", String.valueOf(result.findings().size()));
    details.put("root", result.root());
    audit.record(new AuditEvent(CHECKED, "log", "audit", null, details));
    if (!result.isUnaltered()) {
      LOG.error("The check of the audit log found {} things that do not fit; see /audit/proof", result.findings().size());
    }
  }

  /** How far the running check is, in percent. */
  int percent() {
    return steps == 0 ? 0 : (int) Math.min(99, 100 * done / steps);
  }

  Optional<Check> latest() {
    return checks(1).stream().findFirst();
  }

  /** The newest checks first. */
  List<Check> checks(int most) {
    return db.sql("select * from audit_check order by started_at desc, check_id limit ?")
        .param(most)
        .query((row, number) -> check(row))
        .list();
  }

  private Check check(ResultSet row) throws SQLException {
    var startedAt = row.getTimestamp("started_at").toInstant();
    var finishedAt = row.getTimestamp("finished_at");
    boolean dead = finishedAt == null && startedAt.isBefore(clock.instant().minus(DEAD));
    return new Check(
        row.getObject("check_id", UUID.class),
        row.getString("asked_by"),
        startedAt,
        finishedAt == null ? null : finishedAt.toInstant(),
        row.getLong("size"),
        row.getString("root"),
        row.getLong("seals"),
        row.getLong("deployments"),
        dead ? "FAILED" : row.getString("result"),
        read(row.getString("findings")));
  }

  private String written(List<Finding> findings) {
    try {
      return json.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Findings can always be written", e);
    }
  }

  private List<Finding> read(String text) {
    try {
      return json.readValue(text, FINDINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("audit_check holds what was written here", e);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
