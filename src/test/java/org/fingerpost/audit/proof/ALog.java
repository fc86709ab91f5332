package org.fingerpost.audit.proof;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fingerpost.audit.ToldStories;
import org.fingerpost.audit.ToldStories.StoryInLanguage;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.PackWanted.Purpose;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a database of its own, with a folder and a clock of its own. */
final class ALog {

  final JdbcTemplate jdbc;
  final Path folder;
  final MovingClock clock = new MovingClock();
  final LogState state = new LogState();
  final KeptHeads kept;
  final LogKeys keys;
  final Sequencer sequencer;
  final TransactionTemplate transaction;
  private final DataSourceTransactionManager transactions;
  private final AuditTrail audit;
  private final CurrentActor actor = new AlwaysAmir();
  private final PackPaper paper;

  ALog(DataSource database, Path folder, PackPaper paper) {
    this.jdbc = new JdbcTemplate(database);
    this.folder = folder;
    this.paper = paper;
    this.transactions = new DataSourceTransactionManager(database);
    this.transaction = new TransactionTemplate(transactions);
    this.audit = event -> act(event.act(), event.subjectType(), event.subjectId(), CanonicalJson.text(event.details()));
    var place = new LogFolder(folder);
    this.kept = new KeptHeads(place);
    this.keys = new LogKeys(JdbcClient.create(jdbc), transactions, place, audit, actor, clock, "https://log.example");
    this.sequencer = new Sequencer(jdbc, transactions, keys, kept, clock, state, 40);
  }

  /** Some acts, each a second after the other. */
  ALog acts(int number) {
    for (int i = 0; i < number; i++) {
      act("referral.received", "referral", "FP-LOG0-%04d".formatted(i), "{\"route\": \"LINK_WORKER\", \"needs\": \"LONELINESS\"}");
    }
    return this;
  }

  void act(String act, String subjectType, String subject, String details) {
    clock.moves(Duration.ofSeconds(1));
    jdbc.update(
        "insert into audit_entry (at, actor_kind, actor_id, act, subject_type, subject_id, scheme_id, details, via) values"
            + " (?, 'STAFF', 'lowri', ?, ?, ?, 'wales', ?::jsonb, 'TASKLIST')",
        Timestamp.from(clock.instant()),
        act,
        subjectType,
        subject,
        details);
  }

  LogCheck.Result check() {
    return transaction.execute(status -> new LogCheck(jdbc, kept).run(keys.all(), step -> {}));
  }

  VerifierKey key() {
    return keys.all().get(0);
  }

  /** A pack of the whole log. */
  Path pack(Path file) throws Exception {
    maker().make(UUID.randomUUID(), new PackWanted(Kind.LOG, null, null, null, Purpose.ROUTINE, "To see that all is well"), file);
    return file;
  }

  Path pack(Path file, String reference) throws Exception {
    maker().make(UUID.randomUUID(), new PackWanted(Kind.CASE, reference, null, null, Purpose.COMPLAINT, "Somebody complained"), file);
    return file;
  }

  private PackMaker maker() {
    var told = mock(ToldStories.class);
    when(told.of(any()))
        .thenReturn(Optional.of(List.of(new StoryInLanguage(Language.EN, List.of()), new StoryInLanguage(Language.CY, List.of()))));
    return new PackMaker(jdbc, transactions, sequencer, keys, state, new PackStory(told, paper, clock), audit, actor, clock);
  }

  /** With all that somebody has who owns the machine on which the database runs, but not the one on which Fingerpost runs. */
  void tamper(String... statements) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.execute("set local session_replication_role = replica");
          for (String sql : statements) {
            jdbc.execute(sql);
          }
        });
  }

  static Path folder() throws java.io.IOException {
    return Files.createTempDirectory("a-log");
  }

  static final class MovingClock extends Clock {

    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    void moves(Duration on) {
      now = now.plus(on);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static final class AlwaysAmir implements CurrentActor {

    @Override
    public Actor get() {
      return Actor.staff("amir");
    }

    @Override
    public <T> T as(Actor other, Supplier<T> work) {
      return work.get();
    }
  }
}
