package org.fingerpost.audit.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.audit.ToldStories;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a pack of evidence. A pack carries all hashes of the log, which say nothing about anybody, and the entries it is about. That
 * nothing was left out or put in afterwards is proven by the entry that the making of the pack leaves in the log: it holds the hash of
 * the list of the pack's files, and is in the pack itself with the head that was signed over it.
 */
@Component
class PackMaker {

  /** Lines on paper; everything is in events.csv. */
  private static final int MOST_LINES = 3_000;

  private static final int MOST_HEADS = 20_000;
  private static final int ROWS_AT_ONCE = 2_000;
  private static final int PATIENCE_SECONDS = 30;

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Sequencer sequencer;
  private final LogKeys keys;
  private final LogState state;
  private final BoundEvidence evidence;
  private final ToldStories stories;
  private final PackPaper paper;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  PackMaker(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Sequencer sequencer,
      LogKeys keys,
      LogState state,
      ToldStories stories,
      PackPaper paper,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setFetchSize(ROWS_AT_ONCE);
    this.db = JdbcClient.create(this.jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.sequencer = sequencer;
    this.keys = keys;
    this.state = state;
    this.evidence = new BoundEvidence(db);
    this.stories = stories;
    this.paper = paper;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /** A pack cannot be made; words under {@code proof.pack.failed.}. */
  static final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Impossible(String code) {
      super(code, null, false, false);
    }
  }

  /** Makes a pack in the name of whoever acts in this thread. Returns how many entries are in it. */
  long make(UUID pack, PackWanted wanted, Path file) throws IOException {
    sequencer.sequence();
    if (state.trouble() != null) {
      throw new Impossible("TROUBLE");
    }
    var who = actor.get();
    var scheme = schemeOf(who.id());
    if (wanted.kind() == Kind.LOG) {
      if (scheme != null) {
        throw new Impossible("WHOLE_LOG");
      }
      record(pack, wanted, scheme, null);
    }
    // The story first: reading it leaves an entry, which then is in the pack too.
    var told =
        wanted.kind() == Kind.CASE && wanted.about().startsWith("FP-")
            ? stories.referral(wanted.about()).orElseThrow(() -> new Impossible("NOTHING"))
            : null;
    long upTo = settled();
    var selection = new Selection(wanted, scheme, upTo, clock);
    try (var out = new PackFile(file)) {
      long entries = entries(out, selection);
      if (entries == 0) {
        throw new Impossible("NOTHING");
      }
      readable(out, selection, who.id(), told, entries);
      bound(out, selection);
      out.add("pack.json", CanonicalJson.bytes(about(wanted, entries)));
      out.add("README.txt", PackReadme.text(wanted, keys.all().get(0)));
      SignedHead head;
      if (wanted.kind() == Kind.LOG) {
        head = head(upTo);
      } else {
        var list = out.list();
        out.add("files.txt", list);
        long receipt = record(pack, wanted, scheme, BoundHashes.sha256(list.getBytes(StandardCharsets.UTF_8)));
        head = head(settledBeyond(receipt));
        out.add("receipt.json", receipt(receipt));
      }
      proof(out, head, wanted.kind() == Kind.LOG);
      return entries;
    }
  }

  private String schemeOf(String user) {
    return db.sql("select coalesce(scheme_id, '') from staff_account where user_id = ?").param(user).query(String.class).optional()
        .filter(scheme -> !scheme.isEmpty())
        .orElse(null);
  }

  private long record(UUID pack, PackWanted wanted, String scheme, String files) {
    var details = new LinkedHashMap<String, String>();
    details.put("packKind", wanted.kind().name());
    details.put("about", wanted.about());
    details.put("from", wanted.from() == null ? null : wanted.from().toString());
    details.put("to", wanted.to() == null ? null : wanted.to().toString());
    details.put("packPurpose", wanted.purpose().name());
    details.put("fileHashes", files);
    transaction.executeWithoutResult(
        status -> audit.record(new AuditEvent(BoundHashes.PACK_MADE, "pack", pack.toString(), scheme, details)));
    return db.sql("select max(audit_id) from audit_entry where subject_id = ?").param(pack.toString()).query(Long.class).single();
  }

  /** The size of a log that holds everything that is committed now. */
  private long settled() {
    sequencer.sequence();
    return sequencer.last().map(Sequencer.LastHead::size).orElseThrow(() -> new Impossible("TROUBLE"));
  }

  /** Another node may be the one that sequences; it needs a second. */
  private long settledBeyond(long entry) {
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      long size = settled();
      var leaf = db.sql("select leaf_index from audit_leaf where audit_id = ?").param(entry).query(Long.class).optional();
      if (leaf.isPresent() && leaf.get() < size) {
        return size;
      }
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Impossible("TROUBLE");
      }
    }
    throw new Impossible("TROUBLE");
  }

  private SignedHead head(long size) {
    return SignedHead.parse(db.sql("select note from audit_head where size = ?").param(size).query(String.class).single());
  }

  private static Map<String, Object> about(PackWanted wanted, long entries) {
    var about = new TreeMap<String, Object>();
    about.put("v", 1);
    about.put("kind", wanted.kind().name());
    about.put("entries", entries);
    about.put("purpose", wanted.purpose().name());
    about.put("reason", wanted.reason());
    if (wanted.about() != null) {
      about.put("about", wanted.about());
    }
    if (wanted.from() != null) {
      about.put("from", wanted.from().toString());
      about.put("to", wanted.to().toString());
    }
    return about;
  }

  // ---- entries

  /** What of the log goes into a pack. Entries that are gone from the database go into each, because nobody can say what they were about. */
  private record Selection(PackWanted wanted, String scheme, long upTo, Clock clock) {

    String sql(String columns, String order) {
      var what =
          switch (wanted.kind()) {
            case LOG -> "";
            case PERIOD -> " and (e.audit_id is null or e.at >= ? and e.at < ?)";
            case CASE -> " and (e.audit_id is null or e.subject_id = ?)";
            case MODEL -> " and (e.audit_id is null or e.subject_id = ? or e.details->>'deployment' = ?)";
          };
      return "select l.leaf_index, "
          + columns
          + " from audit_leaf l left join audit_entry e on e.audit_id = l.audit_id where l.leaf_index < ?"
          + what
          + (scheme == null ? "" : " and (e.audit_id is null or e.scheme_id = ?)")
          + order;
    }

    Object[] params() {
      var params = new ArrayList<Object>();
      params.add(upTo);
      switch (wanted.kind()) {
        case PERIOD -> {
          params.add(Timestamp.from(wanted.from().atStartOfDay(clock.getZone()).toInstant()));
          params.add(Timestamp.from(wanted.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
        }
        case CASE -> params.add(wanted.about());
        case MODEL -> {
          params.add(wanted.about());
          params.add(wanted.about());
        }
        default -> {}
      }
      if (scheme != null) {
        params.add(scheme);
      }
      return params.toArray();
    }
  }

  @FunctionalInterface
  private interface EachEntry {
    /** The entry is {@code null} where the database has lost it. */
    void is(long index, LogEntry entry) throws IOException;
  }

  private void each(Selection selection, EachEntry each) {
    // A cursor needs a transaction.
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                selection.sql(EntryRows.COLUMNS, " order by l.leaf_index"),
                (ResultSet row) -> {
                  try {
                    each.is(row.getLong("leaf_index"), entry(row));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                selection.params()));
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    return row.getObject("audit_id") == null ? null : EntryRows.read(row);
  }

  private long entries(PackFile out, Selection selection) {
    var count = new long[1];
    out.add(
        "events.ndjson",
        stream -> {
          var events = new BufferedOutputStream(stream, 1 << 16);
          each(
              selection,
              (index, entry) -> {
                count[0]++;
                events.write(line(index, entry));
                events.write('\n');
              });
          events.flush();
        });
    out.add(
        "events.csv",
        stream -> {
          var csv = new BufferedOutputStream(stream, 1 << 16);
          // the mark by which spreadsheets know that ŵ is ŵ
          write(csv, "\uFEFF" + LogEntry.csv(LogEntry.COLUMNS) + "\r\n");
          each(
              selection,
              (index, entry) -> {
                if (entry != null) {
                  write(csv, entry.csv(index) + "\r\n");
                }
              });
          csv.flush();
        });
    return count[0];
  }

  private static byte[] line(long index, LogEntry entry) {
    return CanonicalJson.bytes(entry == null ? Map.of("index", index, "missing", true) : Map.of("index", index, "entry", entry.fields()));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] receipt(long entry) {
    return db.sql(
            "select l.leaf_index, "
                + EntryRows.COLUMNS
                + " from audit_entry e join audit_leaf l on l.audit_id = e.audit_id where e.audit_id = ?")
        .param(entry)
        .query((row, number) -> line(row.getLong("leaf_index"), EntryRows.read(row)))
        .single();
  }

  // ---- what people read

  private void readable(
      PackFile out, Selection selection, String askedBy, List<ToldStories.StoryInLanguage> told, long entries) {
    List<LogEntry> first = new ArrayList<>();
    if (told == null) {
      each(
          selection,
          (index, entry) -> {
            if (entry != null && first.size() < MOST_LINES) {
              first.add(entry);
            }
          });
    }
    for (var language : List.of(Language.EN, Language.CY)) {
      var lines =
          told == null
              ? stories.entries(first, language)
              : told.stream().filter(one -> one.language() == language).findFirst().orElseThrow().lines();
      var shown = lines.subList(0, Math.min(MOST_LINES, lines.size()));
      var made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
      var page =
          paper.page(
              new PackPaper.Story(language, selection.wanted(), askedBy, made, shown, told == null ? entries : lines.size()));
      out.add("story-" + language.code() + ".html", page);
      out.add("story-" + language.code() + ".pdf", paper.print(page));
    }
  }

  // ---- what is bound to the log

  private void bound(PackFile out, Selection selection) {
    if (selection.wanted().kind() != Kind.CASE && selection.wanted().kind() != Kind.MODEL) {
      return;
    }
    var found = new ArrayList<LogEntry>();
    each(
        selection,
        (index, entry) -> {
          if (entry != null && (entry.act().equals(BoundHashes.SEALED) || entry.act().equals(BoundHashes.DEPLOYED))) {
            found.add(entry);
          }
        });
    for (var entry : found) {
      if (entry.act().equals(BoundHashes.DEPLOYED)) {
        evidence.models(entry.subjectId()).forEach((name, bytes) -> out.add("evidence/deployments/" + entry.subjectId() + "/" + name, bytes));
      } else if (entry.details().get("instance") instanceof String instance && entry.details().get("upTo") instanceof String until) {
        byte[] history = evidence.history(instance);
        // Cleaned up since, as an entry says: then the seal stands alone.
        if (history.length > 0) {
          out.add("evidence/cases/" + instance + "/history.json", history);
          if (entry.details().containsKey("decisions")) {
            out.add("evidence/cases/" + instance + "/decisions.json", evidence.decisions(entry.subjectId(), Instant.parse(until)));
          }
        }
      }
    }
  }

  // ---- the proof

  private void proof(PackFile out, SignedHead head, boolean whole) {
    for (int level = 0; Tiles.hashes(level, head.size()) > 0; level++) {
      tiles(out, level, head.size());
    }
    if (whole) {
      bundles(out, head.size());
    }
    out.add("checkpoint", head.note());
    out.add("heads.txt", heads(head.size()));
    var text = new StringBuilder("# Public keys of this log, the newest first. Compare them with one that you noted yourself.\n");
    keys.all().stream().map(VerifierKey::toString).forEach(key -> text.append(key).append('\n'));
    out.add("keys.txt", text.toString());
  }

  private void tiles(PackFile out, int level, long size) {
    long hashes = Tiles.hashes(level, size);
    for (long tile = 0; tile * Tiles.WIDTH < hashes; tile++) {
      int width = (int) Math.min(Tiles.WIDTH, hashes - tile * Tiles.WIDTH);
      long from = tile * Tiles.WIDTH;
      var bytes = new byte[width * Merkle.HASH];
      // A hash that is gone leaves zeros: the pack then says what is wrong instead of not being made.
      (level == 0
              ? db.sql("select leaf_index, leaf_hash from audit_leaf where leaf_index >= ? and leaf_index < ?").params(from, from + width)
              : db.sql("select node_index, hash from audit_node where level = ? and node_index >= ? and node_index < ?")
                  .params(level, from, from + width))
          .query(
              row -> {
                byte[] hash = row.getBytes(2);
                System.arraycopy(hash, 0, bytes, (int) (row.getLong(1) - from) * Merkle.HASH, Math.min(Merkle.HASH, hash.length));
              });
      out.add(Tiles.path(level, tile, width), bytes);
    }
  }

  private void bundles(PackFile out, long size) {
    for (long tile = 0; tile * Tiles.WIDTH < size; tile++) {
      long from = tile * Tiles.WIDTH;
      int width = (int) Math.min(Tiles.WIDTH, size - from);
      var entries =
          db.sql(
                  "select "
                      + EntryRows.COLUMNS
                      + " from audit_leaf l left join audit_entry e on e.audit_id = l.audit_id"
                      + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index")
              .params(from, from + width)
              .query((row, number) -> row.getObject("audit_id") == null ? new byte[0] : EntryRows.read(row).bytes())
              .list();
      out.add(
          Tiles.entries(tile, width),
          stream -> {
            for (byte[] entry : entries) {
              stream.write(entry.length >> 8);
              stream.write(entry.length);
              stream.write(entry);
            }
          });
    }
  }

  /** All heads up to this one, or evenly many of them. */
  private String heads(long size) {
    long all = db.sql("select count(*) from audit_head where size <= ?").param(size).query(Long.class).single();
    var text = new StringBuilder();
    db.sql(
            """
            select note from (select note, size, row_number() over (order by size desc) as place from audit_head where size <= ?) h
            where (place - 1) % ? = 0 order by size
            """)
        .params(size, all / MOST_HEADS + 1)
        .query(String.class)
        .list()
        .forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }
}
