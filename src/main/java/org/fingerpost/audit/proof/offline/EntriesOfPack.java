package org.fingerpost.audit.proof.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.HeadTimes;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;

/** The entries of a pack, each against its leaf and against the times of the heads around it; in every form in which the pack has them. */
final class EntriesOfPack {

  private final Export export;
  private final SignedHead head;
  private final StatedTree tree;
  private final HeadsOfPack heads;
  private final Problems problems;
  private final Map<String, LogEntry> deployed = new HashMap<>();
  private final Map<String, LogEntry> sealed = new HashMap<>();
  private long count;

  EntriesOfPack(Export export, SignedHead head, StatedTree tree, HeadsOfPack heads, Problems problems) {
    this.export = export;
    this.head = head;
    this.tree = tree;
    this.heads = heads;
    this.problems = problems;
  }

  /**
   * @param whole whether it is a pack of the whole log, which leaves none out
   */
  void read(boolean whole) {
    var times = heads.times();
    try (var events = export.lines("events.ndjson").orElseThrow(() -> Complaint.missing("events.ndjson"));
        var csv = export.lines("events.csv").orElseThrow(() -> Complaint.missing("events.csv"))) {
      expectCsv(csv, "\uFEFF" + LogEntry.csv(LogEntry.COLUMNS), -1);
      long expected = 0;
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        var event = EventLine.read(line);
        if (event == null || event.index() >= head.size()) {
          problems.add(expected, "Line %d of events.ndjson is not an entry of this log.".formatted(count + 1));
          break;
        }
        if (event.index() < expected) {
          problems.add(event.index(), "Entry %d stands a second time, or in the wrong place, in events.ndjson.".formatted(event.index()));
          break;
        }
        if (whole && event.index() > expected) {
          problems.add(expected, "Entry %d is missing from events.ndjson.".formatted(expected));
        }
        expected = event.index() + 1;
        count++;
        if (event.entry() == null) {
          problems.add(
              event.index(),
              "Entry %d is missing: the log holds its hash, and the database no longer held the entry when this pack was made."
                  .formatted(event.index()));
          continue;
        }
        check(event, times);
        expectCsv(csv, event.entry().csv(event.index()), event.index());
      }
      if (whole && expected < head.size() && problems.isEmpty()) {
        problems.add(expected, "The entries from %d on are missing from events.ndjson; the signed log has %d.".formatted(expected, head.size()));
      }
      if (csv.readLine() != null && problems.isEmpty()) {
        problems.add(Long.MAX_VALUE, "events.csv has more lines than events.ndjson has entries.");
      }
    } catch (IOException e) {
      throw new Complaint("events.ndjson or events.csv cannot be read.");
    }
  }

  long count() {
    return count;
  }

  /** Entries that models are bound to, by deployment. */
  Map<String, LogEntry> deployed() {
    return deployed;
  }

  /** Entries that records of closed cases are bound to, by process. */
  Map<String, LogEntry> sealed() {
    return sealed;
  }

  private void check(EventLine event, HeadTimes times) {
    long index = event.index();
    var entry = event.entry();
    if (!Arrays.equals(Merkle.leaf(event.bytes()), tree.leaf(index))) {
      problems.add(index, "Entry %d (%s, %s) is not what was recorded.".formatted(index, entry.act(), entry.subjectId()));
      return;
    }
    times
        .complaint(index, entry.at())
        .ifPresent(sentence -> problems.add(index, "Entry %d (%s, %s) %s".formatted(index, entry.act(), entry.subjectId(), sentence)));
    if (BoundHashes.DEPLOYED.equals(entry.act())) {
      deployed.put(entry.subjectId(), entry);
    } else if (BoundHashes.SEALED.equals(entry.act()) && entry.details().get("instance") instanceof String instance) {
      sealed.put(instance, entry);
    } else if (BoundHashes.NEW_KEY.equals(entry.act()) && entry.details().get("old") instanceof String old) {
      heads.trust(old);
    }
  }

  private void expectCsv(BufferedReader csv, String expected, long index) throws IOException {
    var line = csv.readLine();
    // A value of ours has no line breaks; whoever opened and saved the file in a spreadsheet has made another file of it.
    if (!expected.equals(line) && !problems.areSaidOf("events.csv")) {
      // after what is wrong with entries: this is a copy of them
      problems.add(Long.MAX_VALUE, "events.csv does not say what events.ndjson says" + (index < 0 ? "." : " about entry " + index + "."));
    }
  }

  /** The same entries in the bundles of the log's tiles. */
  void readBundles(boolean whole) {
    for (long tile = 0; tile * Tiles.WIDTH < head.size(); tile++) {
      int width = (int) Math.min(Tiles.WIDTH, head.size() - tile * Tiles.WIDTH);
      var path = Tiles.entries(tile, width);
      var bundle = export.bytes(path);
      if (bundle.isEmpty()) {
        if (whole) {
          throw Complaint.missing(path);
        }
        return;
      }
      byte[] bytes = bundle.get();
      int at = 0;
      for (int i = 0; i < width; i++) {
        int length = at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        long index = tile * Tiles.WIDTH + i;
        if (length < 0 || at + 2 + length > bytes.length) {
          problems.add(index, "%s ends before entry %d.".formatted(path, index));
          return;
        }
        if (!Arrays.equals(Merkle.leaf(Arrays.copyOfRange(bytes, at + 2, at + 2 + length)), tree.leaf(index))) {
          problems.add(index, "Entry %d in %s is not what was recorded.".formatted(index, path));
        }
        at += 2 + length;
      }
      if (at != bytes.length) {
        problems.add((tile + 1) * Tiles.WIDTH - 1, path + " goes on after its last entry.");
      }
    }
  }
}
