package org.fingerpost.audit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.audit.proof.LogKeys.CannotSign;
import org.fingerpost.audit.proof.LogKeys.Signing;
import org.fingerpost.audit.proof.LogKeys.Trouble;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts committed audit entries into the log, once a second, after the act: leaves, nodes and the signed head in one transaction. One node
 * at a time does it. Whatever has no place in the log yet is taken, in order of its number; nothing else decides, so none is passed over,
 * however late its transaction commits.
 */
@Component
class Sequencer {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

  /** The advisory lock of whoever sequences: "fingpost" in letters. */
  private static final long LEADER = 0x66696e67706f7374L;

  /** Entries in one transaction and under one signature. */
  static final int BATCH = 10_000;

  /** Numbers are given before the commit: far below the last, only a transaction of this age can still bring an entry. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

  /** How often everything is looked at, however old. */
  private static final Duration FULL_LOOK = Duration.ofHours(1);

  private final JdbcClient db;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final LogKeys keys;
  private final KeptHeads kept;
  private final Clock clock;
  private final LogState state;
  private final int batch;

  private long floor;
  private long floorNext;
  private long floorSince = System.nanoTime();
  private long fullLook = System.nanoTime();

  @Autowired
  Sequencer(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, LogKeys keys, KeptHeads kept, Clock clock, LogState state) {
    this(jdbc, transactions, keys, kept, clock, state, BATCH);
  }

  Sequencer(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      LogKeys keys,
      KeptHeads kept,
      Clock clock,
      LogState state,
      int batch) {
    this.jdbc = jdbc;
    this.db = JdbcClient.create(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.keys = keys;
    this.kept = kept;
    this.clock = clock;
    this.state = state;
    this.batch = batch;
  }

  /** One batch, and with it one signature, at most once a second. */
  @Scheduled(fixedDelayString = "${fingerpost.audit-interval:PT1S}")
  void round() {
    try {
      batch();
    } catch (RuntimeException e) {
      LOG.error("The audit log could not be continued: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * Everything that is committed, now.
   *
   * @return how many entries were put into the log
   */
  long sequence() {
    long all = 0;
    for (long done = batch(); done > 0; done = batch()) {
      all += done;
    }
    return all;
  }

  private synchronized long batch() {
    try {
      var signing = keys.signing();
      moveFloor();
      var grown = transaction.execute(status -> append(signing));
      if (grown == null) {
        state.trouble(null);
        return 0;
      }
      kept.append(List.of(grown.head()));
      state.trouble(null);
      state.grew(grown.entries() == batch);
      return grown.entries();
    } catch (CannotSign e) {
      state.trouble(e.trouble().name());
    } catch (Distrust e) {
      state.trouble(e.getMessage());
    } catch (DuplicateKeyException e) {
      // There is a leaf already where the next one belongs.
      state.trouble("EXCHANGED");
    } catch (IOException | UncheckedIOException e) {
      // What was signed meanwhile is written to the file by the next round that can.
      state.trouble(Trouble.UNREADABLE.name());
    }
    return 0;
  }

  /** What the database has as the last head is not what was last signed: to sign on would say that nothing had happened. */
  private static final class Distrust extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Distrust(String code) {
      super(code, null, false, false);
    }
  }

  private record Grown(SignedHead head, long entries) {}

  private Grown append(Signing signing) {
    if (!db.sql("select pg_try_advisory_xact_lock(?)").param(LEADER).query(Boolean.class).single()) {
      return null;
    }
    var before = last();
    before.ifPresent(head -> compareWithOutside(head, signing));
    var edge = before.map(head -> new Edge(head.size(), head.edge())).orElseGet(Edge::new);
    var entries = waiting();
    if (entries.isEmpty()) {
      return null;
    }
    long first = edge.size();
    var nodes = new ArrayList<Object[]>();
    var leaves = new ArrayList<Object[]>(entries.size());
    for (var entry : entries) {
      byte[] leaf = Merkle.leaf(entry.bytes());
      leaves.add(new Object[] {edge.size(), entry.id(), leaf});
      edge.add(
          leaf,
          (level, index, hash) -> {
            if (level > 0 && level % Tiles.HEIGHT == 0) {
              nodes.add(new Object[] {level / Tiles.HEIGHT, index, hash});
            }
          });
    }
    insert("insert into audit_leaf (leaf_index, audit_id, leaf_hash) select * from unnest(?::bigint[], ?::bigint[], ?::bytea[])", leaves);
    insert("insert into audit_node (level, node_index, hash) select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])", nodes);
    // While a log begins on a database that was used before, its entries are older than its first heads.
    // The first batch that is not full is the last of them.
    boolean backlog = before.isEmpty() || before.get().backlog() && before.get().size() % batch == 0;
    var head = SignedHead.sign(signing.key(), signing.secret(), edge.size(), edge.root(), clock.instant(), backlog);
    db.sql("insert into audit_head (size, root, edge, note, signed_at) values (?, ?, ?, ?, ?)")
        .params(head.size(), head.root(), edge.bytes(), head.note(), Timestamp.from(head.time()))
        .update();
    return new Grown(head, edge.size() - first);
  }

  private void insert(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(sql);
          for (int column = 0; column < 2; column++) {
            int at = column;
            statement.setArray(column + 1, connection.createArrayOf("int8", rows.stream().map(row -> row[at]).toArray()));
          }
          statement.setArray(
              3, connection.createArrayOf("bytea", rows.stream().map(row -> (byte[]) row[2]).toArray(byte[][]::new)));
          return statement;
        });
  }

  private List<LogEntry> waiting() {
    return db.sql(
            "select "
                + EntryRows.COLUMNS
                + """
                from audit_entry e
                where e.audit_id > :floor and not exists (select 1 from audit_leaf l where l.audit_id = e.audit_id)
                order by e.audit_id limit :batch
                """)
        .param("floor", floor)
        .param("batch", batch)
        .query((row, number) -> EntryRows.read(row))
        .list();
  }

  /** Looking at old numbers again and again would cost more with each entry; now and then all are looked at all the same. */
  private void moveFloor() {
    long now = System.nanoTime();
    if (now - fullLook > FULL_LOOK.toNanos()) {
      fullLook = now;
      floor = 0;
      floorNext = 0;
      floorSince = now;
    } else if (now - floorSince > LONGEST_TRANSACTION.toNanos()) {
      floor = floorNext;
      floorNext = db.sql("select coalesce(max(audit_id), 0) from audit_leaf").query(Long.class).single();
      floorSince = now;
    }
  }

  /** What the database has as the last head. */
  Optional<LastHead> last() {
    return db.sql("select size, edge, note from audit_head order by size desc limit 1")
        .query((row, number) -> new LastHead(row.getLong("size"), row.getBytes("edge"), SignedHead.parse(row.getString("note"))))
        .optional();
  }

  /** A head with the edge from which the tree grows on. */
  record LastHead(long size, byte[] edge, SignedHead head) {

    boolean backlog() {
      return head.backlog();
    }
  }

  /** Entries that are committed and not in the log yet. */
  Waiting stillWaiting() {
    return db.sql(
            """
            select count(*) as entries, min(e.at) as oldest from audit_entry e
            where e.audit_id > :floor and not exists (select 1 from audit_leaf l where l.audit_id = e.audit_id)
            """)
        .param("floor", floor)
        .query(
            (row, number) ->
                new Waiting(row.getLong("entries"), row.getTimestamp("oldest") == null ? null : row.getTimestamp("oldest").toInstant()))
        .single();
  }

  /**
   * @param oldest when the oldest of them happened; {@code null} when none waits
   */
  record Waiting(long entries, Instant oldest) {}

  /**
   * The file outside is never ahead of the database, and never says something else. It may be behind, when a node died or its disk was
   * full between the commit and the writing: then the head inside must be of our own making, and is written to the file now.
   */
  private void compareWithOutside(LastHead inside, Signing signing) {
    try {
      var outside = kept.last();
      long size = outside.map(SignedHead::size).orElse(0L);
      if (size > inside.size()) {
        throw new Distrust("SHORTER");
      }
      boolean same = size == inside.size() && outside.get().note().equals(inside.head().note());
      boolean ours = size < inside.size() && inside.head().signedBy(List.of(signing.key())).isPresent();
      if (!(same || ours) || !Arrays.equals(new Edge(inside.size(), inside.edge()).root(), inside.head().root())) {
        throw new Distrust("EXCHANGED");
      }
      if (ours) {
        kept.append(headsAfter(size));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new Distrust("EXCHANGED"); // no head at all, or an edge of another size
    }
  }

  private List<SignedHead> headsAfter(long size) {
    return db.sql("select note from audit_head where size > ? order by size")
        .param(size)
        .query(String.class)
        .list()
        .stream()
        .map(SignedHead::parse)
        .toList();
  }
}
