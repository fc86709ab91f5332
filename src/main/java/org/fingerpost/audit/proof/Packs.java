package org.fingerpost.audit.proof;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fingerpost.audit.proof.PackMaker.Impossible;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs of evidence: made in the background, one after another; taken away by whoever asked for them; deleted after two weeks. */
@Component
class Packs {

  private static final Logger LOG = LoggerFactory.getLogger(Packs.class);
  private static final Duration KEPT = Duration.ofDays(14);

  /** One that takes longer has died with its node. */
  private static final Duration DEAD = Duration.ofHours(6);

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final PackMaker maker;
  private final LogFolder folder;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "fingerpost-evidence");
            thread.setDaemon(true);
            return thread;
          });

  Packs(
      JdbcClient db,
      PlatformTransactionManager transactions,
      PackMaker maker,
      LogFolder folder,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.maker = maker;
    this.folder = folder;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * A pack that was asked for.
   *
   * @param status MAKING, READY, FAILED or EXPIRED
   * @param failed why it could not be made, as a code with words under {@code proof.pack.failed.}; {@code null} otherwise
   */
  record Pack(
      UUID id,
      PackWanted.Kind kind,
      String about,
      LocalDate from,
      LocalDate to,
      String reason,
      String askedBy,
      Instant askedAt,
      Instant expiresAt,
      String status,
      String failed,
      long entries,
      long bytes,
      String sha256) {}

  /** Begins to make a pack in the name of whoever is signed in. */
  UUID order(PackWanted wanted) {
    var id = UUID.randomUUID();
    var who = actor.get();
    var now = clock.instant();
    db.sql(
            """
            insert into evidence_pack (pack_id, kind, about, from_day, to_day, reason, asked_by, asked_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            wanted.kind().name(),
            wanted.about(),
            wanted.from(),
            wanted.to(),
            wanted.reason(),
            who.id(),
            Timestamp.from(now),
            Timestamp.from(now.plus(KEPT)))
        .update();
    worker.execute(() -> make(id, wanted, who));
    return id;
  }

  /** Makes a pack now, in this thread. */
  void make(UUID id, PackWanted wanted, Actor who) {
    Path unfinished = null;
    try {
      unfinished = Files.createTempFile(folder.packs(), ".pack", null);
      var file = unfinished;
      long entries =
          actor.as(
              who,
              () -> {
                try {
                  return maker.make(id, wanted, file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      var sha256 = hash(file);
      long bytes = Files.size(file);
      Files.move(file, place(id), StandardCopyOption.ATOMIC_MOVE);
      db.sql("update evidence_pack set status = 'READY', finished_at = ?, entries = ?, bytes = ?, sha256 = ? where pack_id = ?")
          .params(Timestamp.from(clock.instant()), entries, bytes, sha256, id)
          .update();
    } catch (Impossible e) {
      failed(id, e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.error("The pack of evidence {} could not be made: {}", id, e.getClass().getSimpleName());
      failed(id, "ERROR");
    } finally {
      try {
        if (unfinished != null) {
          Files.deleteIfExists(unfinished);
        }
      } catch (IOException e) {
        LOG.warn("An unfinished pack of evidence could not be deleted");
      }
    }
  }

  private void failed(UUID id, String why) {
    db.sql("update evidence_pack set status = 'FAILED', failed = ?, finished_at = ? where pack_id = ?")
        .params(why, Timestamp.from(clock.instant()), id)
        .update();
  }

  private static String hash(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Merkle.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private Path place(UUID id) throws IOException {
    return folder.packs().resolve(id + ".zip");
  }

  /**
   * The file of a pack, for the auditor who asked for it; that it was taken is recorded first.
   *
   * @return empty if there is none, not yet, no longer, or not for them
   */
  Optional<Path> taken(UUID id) throws IOException {
    var pack = mine(100).stream().filter(one -> one.id().equals(id) && one.status().equals("READY")).findFirst();
    if (pack.isEmpty() || !Files.exists(place(id))) {
      return Optional.empty();
    }
    transaction.executeWithoutResult(
        status ->
            audit.record(new AuditEvent("evidence.taken", "pack", id.toString(), null, Map.of("sha256", pack.get().sha256()))));
    return Optional.of(place(id));
  }

  /** What the signed-in auditor asked for, the newest first. */
  List<Pack> mine(int most) {
    return db.sql("select * from evidence_pack where asked_by = ? order by asked_at desc, pack_id limit ?")
        .params(actor.get().id(), most)
        .query((row, number) -> pack(row))
        .list();
  }

  private Pack pack(ResultSet row) throws SQLException {
    var askedAt = row.getTimestamp("asked_at").toInstant();
    boolean dead = row.getString("status").equals("MAKING") && askedAt.isBefore(clock.instant().minus(DEAD));
    return new Pack(
        row.getObject("pack_id", UUID.class),
        PackWanted.Kind.valueOf(row.getString("kind")),
        row.getString("about"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("reason"),
        row.getString("asked_by"),
        askedAt,
        row.getTimestamp("expires_at").toInstant(),
        dead ? "FAILED" : row.getString("status"),
        dead ? "ERROR" : row.getString("failed"),
        row.getLong("entries"),
        row.getLong("bytes"),
        row.getString("sha256"));
  }

  /** Deletes the files of packs whose time is over; that they were made stays on record. */
  @Scheduled(fixedDelayString = "${fingerpost.audit-expiry-interval:PT1H}", initialDelayString = "${fingerpost.audit-expiry-interval:PT1H}")
  void expire() {
    var over =
        db.sql("select pack_id from evidence_pack where status = 'READY' and expires_at < ?")
            .param(Timestamp.from(clock.instant()))
            .query(UUID.class)
            .list();
    for (var id : over) {
      try {
        Files.deleteIfExists(place(id));
        db.sql("update evidence_pack set status = 'EXPIRED' where pack_id = ?").param(id).update();
      } catch (IOException e) {
        LOG.warn("The expired pack of evidence {} could not be deleted", id);
      }
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
