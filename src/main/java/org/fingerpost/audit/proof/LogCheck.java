package org.fingerpost.audit.proof;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.HeadTimes;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the whole log, and what is bound to it, against the database as it is now: each entry against its leaf, the tree against every
 * signed head inside and outside the database, each sealed case and each deployment against its hash. Changes nothing.
 */
final class LogCheck {

  /** More findings than this say nothing more. */
  static final int MOST_FINDINGS = 100;

  /** Checking a signature costs more than a hash; of more heads than this, every so-manieth is checked, and the last. */
  private static final int MOST_SIGNATURES = 5_000;

  private static final int ROWS_AT_ONCE = 5_000;

  /** Acts that say that a subject's record was taken away as it should be: what is gone then is no alteration. */
  private static final Set<String> TAKEN_AWAY = Set.of("history.removed", "rights.erased");

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final KeptHeads kept;
  private final BoundEvidence evidence;
  private final List<Finding> findings = new ArrayList<>();
  private final TreeMap<Long, byte[]> roots = new TreeMap<>();
  private final Map<String, LogEntry> deployed = new LinkedHashMap<>();
  private final List<LogEntry> sealed = new ArrayList<>();
  private final Set<String> takenAway = new HashSet<>();
  private final int most;
  private long done;
  private long expected;

  LogCheck(JdbcTemplate jdbc, KeptHeads kept) {
    this(jdbc, kept, MOST_FINDINGS);
  }

  /** @param most findings that are told; what is beyond is left out */
  LogCheck(JdbcTemplate jdbc, KeptHeads kept, int most) {
    this.most = most;
    // a cursor of its own size, whatever others read
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setFetchSize(ROWS_AT_ONCE);
    this.db = JdbcClient.create(this.jdbc);
    this.kept = kept;
    this.evidence = new BoundEvidence(db);
  }

  /**
   * Something that does not fit.
   *
   * @param kind has words under {@code proof.finding.}
   * @param entry the entry's number as the auditor's pages show it, or {@code null}
   * @param args ids, codes and times for the words, in order
   */
  record Finding(String kind, Long entry, List<String> args) {}

  /**
   * @param size how many entries the log has
   * @param root in hexadecimal digits
   */
  record Result(long size, String root, long seals, long deployments, List<Finding> findings) {

    boolean isUnaltered() {
      return findings.isEmpty();
    }
  }

  /** How much there is to check. */
  static long steps(JdbcClient db) {
    return db.sql("select (select count(*) from audit_leaf) + (select count(*) from case_seal) + (select count(*) from model_deployment)")
        .query(Long.class)
        .single();
  }

  /**
   * Runs in the transaction of its caller, which sees one state of the database throughout.
   *
   * @param progress is told now and then how many steps are done
   */
  Result run(List<VerifierKey> keys, LongConsumer progress) {
    var heads = heads(keys);
    var edge = entries(heads, progress);
    compareRoots(heads, edge);
    compareNodes(edge.size());
    compareOutside(keys, edge.size());
    compareCases(progress);
    compareDeployments(progress);
    return new Result(
        edge.size(), HexFormat.of().formatHex(edge.root()), sealed.size(), deployed.size(), List.copyOf(findings));
  }

  private List<SignedHead> heads(List<VerifierKey> keys) {
    var heads = new ArrayList<SignedHead>();
    jdbc.query(
        "select size, root, note from audit_head order by size",
        row -> {
          try {
            var head = SignedHead.parse(row.getString("note"));
            if (head.size() == row.getLong("size") && Arrays.equals(head.root(), row.getBytes("root"))) {
              heads.add(head);
              return;
            }
          } catch (IllegalArgumentException e) {
            // said below
          }
          found("head", null, String.valueOf(row.getLong("size")));
        });
    return signed(heads, keys, "signature");
  }

  /** Those whose signature is one of ours. */
  private List<SignedHead> signed(List<SignedHead> heads, List<VerifierKey> keys, String otherwise) {
    int every = heads.size() / MOST_SIGNATURES + 1;
    var signed = new ArrayList<SignedHead>();
    for (int i = 0; i < heads.size(); i++) {
      var head = heads.get(i);
      boolean looked = i % every == 0 || i == heads.size() - 1;
      if (looked && head.signedBy(keys).isEmpty()) {
        found(otherwise, null, String.valueOf(head.size()), String.valueOf(head.time()));
      } else {
        signed.add(head);
      }
    }
    return signed;
  }

  private Edge entries(List<SignedHead> heads, LongConsumer progress) {
    var edge = new Edge();
    var times = new HeadTimes(heads);
    var sizes = new HashSet<Long>();
    heads.forEach(head -> sizes.add(head.size()));
    jdbc.query(
        "select l.leaf_index, l.audit_id as leaf_of, l.leaf_hash, "
            + EntryRows.COLUMNS
            + " from audit_leaf l left join audit_entry e on e.audit_id = l.audit_id order by l.leaf_index",
        row -> {
          leaf(row, edge, times);
          if (sizes.contains(edge.size())) {
            roots.put(edge.size(), edge.root());
          }
          step(progress);
        });
    return edge;
  }

  private void leaf(ResultSet row, Edge edge, HeadTimes times) throws SQLException {
    long index = row.getLong("leaf_index");
    long id = row.getLong("leaf_of");
    if (index != expected) {
      found("leaf-missing", null, String.valueOf(expected), String.valueOf(index - 1));
      // the tree cannot lead to its head any more; what follows is compared all the same
    }
    expected = index + 1;
    byte[] leaf = row.getBytes("leaf_hash");
    edge.add(leaf);
    if (row.getObject("audit_id") == null) {
      found("missing", id, String.valueOf(index));
      return;
    }
    var entry = EntryRows.read(row);
    if (!Arrays.equals(Merkle.leaf(entry.bytes()), leaf)) {
      found("changed", id, entry.act(), entry.subjectId());
      return;
    }
    if (times.complaint(index, entry.at()).isPresent()) {
      found("back-dated", id, entry.act(), entry.subjectId(), entry.at().toString());
    }
    remember(entry);
  }

  private void remember(LogEntry entry) {
    if (BoundHashes.DEPLOYED.equals(entry.act())) {
      deployed.put(entry.subjectId(), entry);
    } else if (BoundHashes.SEALED.equals(entry.act())) {
      sealed.add(entry);
    } else if (TAKEN_AWAY.contains(entry.act())) {
      takenAway.add(entry.subjectId());
    }
  }

  private void compareRoots(List<SignedHead> heads, Edge edge) {
    long right = 0;
    for (var head : heads) {
      if (!Arrays.equals(head.root(), roots.get(head.size()))) {
        boolean shorter = head.size() > edge.size();
        found(
            shorter ? "shorter" : "root",
            null,
            String.valueOf(shorter ? head.size() : right),
            String.valueOf(shorter ? edge.size() : head.size() - 1),
            String.valueOf(head.time()));
        return;
      }
      right = head.size();
    }
    if (right != edge.size()) {
      found("unsigned", null, String.valueOf(right), String.valueOf(edge.size() - 1));
    }
  }

  private void compareNodes(long size) {
    var computed = new HashMap<String, byte[]>();
    var edge = new Edge();
    jdbc.query(
        "select leaf_hash from audit_leaf order by leaf_index",
        row -> {
          edge.add(
              row.getBytes(1),
              (level, index, hash) -> {
                if (level > 0 && level % Tiles.HEIGHT == 0) {
                  computed.put(level / Tiles.HEIGHT + "/" + index, hash);
                }
              });
        });
    jdbc.query(
        "select level, node_index, hash from audit_node order by level, node_index",
        row -> {
          var place = row.getInt(1) + "/" + row.getLong(2);
          if (!Arrays.equals(computed.remove(place), row.getBytes(3))) {
            found("tile", null, place);
          }
        });
    computed.keySet().stream().sorted().forEach(place -> found("tile", null, place));
  }

  /** The file outside is the one thing here that the database's administrator cannot have changed. */
  private void compareOutside(List<VerifierKey> keys, long size) {
    List<SignedHead> outside;
    try {
      outside = kept.all();
    } catch (IOException | IllegalArgumentException e) {
      found("outside-unreadable", null);
      return;
    }
    var inside = new HashMap<Long, String>();
    jdbc.query("select size, note from audit_head", row -> {
      inside.put(row.getLong(1), row.getString(2));
    });
    var longest = outside.stream().max(Comparator.comparingLong(SignedHead::size));
    if (longest.isPresent() && longest.get().size() > size) {
      found("shorter", null, String.valueOf(longest.get().size()), String.valueOf(size), String.valueOf(longest.get().time()));
    }
    for (var head : signed(outside, keys, "outside-signature")) {
      if (head.size() <= size && !head.note().equals(inside.get(head.size()))) {
        found("outside", null, String.valueOf(head.size()), String.valueOf(head.time()));
      }
    }
  }

  private void compareCases(LongConsumer progress) {
    var seen = new HashSet<String>();
    for (var seal : sealed) {
      step(progress);
      // Sealed twice means that somebody took the first seal's row away: the first one counts.
      if (!(seal.details().get("instance") instanceof String instance) || !seen.add(instance)) {
        continue;
      }
      byte[] history = evidence.history(instance);
      if (history.length == 0) {
        if (!takenAway.contains(seal.subjectId())) {
          found("case-gone", seal.id(), seal.subjectId());
        }
        continue;
      }
      if (!BoundHashes.sha256(history).equals(seal.details().get("history"))) {
        found("case-history", seal.id(), seal.subjectId());
      }
      if (seal.details().get("decisions") instanceof String decisions
          && !takenAway.contains(seal.subjectId())
          && !decisionsOf(seal).equals(decisions)) {
        found("case-decisions", seal.id(), seal.subjectId());
      }
    }
  }

  private String decisionsOf(LogEntry seal) {
    try {
      return BoundHashes.sha256(evidence.decisions(seal.subjectId(), Instant.parse(String.valueOf(seal.details().get("upTo")))));
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  private void compareDeployments(LongConsumer progress) {
    var there = new HashSet<>(db.sql("select id_ from act_re_deployment").query(String.class).list());
    deployed.forEach(
        (id, entry) -> {
          step(progress);
          if (!there.remove(id)) {
            found("models-gone", entry.id(), id);
          } else if (!BoundHashes.fits(entry.details(), evidence.models(id))) {
            found("models", entry.id(), id);
          }
        });
    there.stream().sorted().forEach(id -> found("models-unknown", null, id));
  }

  private void step(LongConsumer progress) {
    if (++done % 500 == 0) {
      progress.accept(done);
    }
  }

  private void found(String kind, Long entry, String... args) {
    if (findings.size() < most) {
      findings.add(new Finding(kind, entry, List.of(args)));
    }
  }
}
