package org.fingerpost.audit.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.audit.proof.PackWanted.Kind;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
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

  private static final int ROWS_AT_ONCE = 2_000;
  private static final int PATIENCE_SECONDS = 30;

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Sequencer sequencer;
  private final LogKeys keys;
  private final LogState state;
  private final PackStory story;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  PackMaker(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Sequencer sequencer,
      LogKeys keys,
      LogState state,
      PackStory story,
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
    this.story = story;
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
    var told = wanted.kind() == Kind.CASE ? story.of(wanted.about()) : null;
    long upTo = settled();
    var selection = new PackSelection(wanted, scheme, upTo, clock.getZone());
    try (var out = new PackFile(file)) {
      long entries = PackEntries.write(out, selection, jdbc, transaction);
      if (entries == 0) {
        throw new Impossible("NOTHING");
      }
      if (told == null) {
        story.write(out, wanted, who.id(), story.of(selection, jdbc, transaction), entries);
      } else {
        story.write(out, wanted, who.id(), told, null);
      }
      PackEvidence.write(out, selection, jdbc, transaction);
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
      new PackProof(db, keys.all()).write(out, head, wanted.kind() == Kind.LOG);
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

  private byte[] receipt(long entry) {
    return db.sql(
            "select l.leaf_index, "
                + EntryRows.COLUMNS
                + " from audit_entry e join audit_leaf l on l.audit_id = e.audit_id where e.audit_id = ?")
        .param(entry)
        .query((row, number) -> PackEntries.line(row.getLong("leaf_index"), EntryRows.read(row)))
        .single();
  }
}
