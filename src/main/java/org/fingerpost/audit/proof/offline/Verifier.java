package org.fingerpost.audit.proof.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.HeadTimes;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;

/**
 * Recomputes everything that a pack states: the tree from its leaves, the root against the signature, each entry against its leaf, the
 * order of times, the beginning against a head that an auditor kept, and what the entries say about models and closed cases against the
 * evidence beside them.
 */
final class Verifier {

  /** More would help nobody. */
  private static final int MOST_PROBLEMS = 50;

  private final Export export;
  private final List<VerifierKey> keys;
  private final SignedHead head;
  private final List<SignedHead> heads = new ArrayList<>();
  private final TreeMap<Long, byte[]> roots = new TreeMap<>();
  private final List<byte[]> tiles = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, LogEntry> deployed = new HashMap<>();
  private final Map<String, LogEntry> sealed = new HashMap<>();
  private long entries;

  /**
   * @param at number of the entry in the log, counted from 0, or a large number where it is about no single one
   */
  record Problem(long at, String sentence) {}

  /**
   * @param entries how many entries the pack shows
   * @param problems the first bad entry first; empty when all is well
   */
  record Result(SignedHead head, long entries, List<Problem> problems) {}

  private Verifier(Export export, Collection<VerifierKey> keys) {
    this.export = export;
    this.keys = new ArrayList<>(keys);
    this.head = signedHead(export, keys);
  }

  /** The head of a pack, after checking who signed it. */
  static SignedHead signedHead(Export export, Collection<VerifierKey> keys) {
    var note = export.text("checkpoint").orElseThrow(() -> new Complaint("This is no pack of evidence: it has no file named checkpoint."));
    SignedHead head;
    try {
      head = SignedHead.parse(note);
    } catch (IllegalArgumentException e) {
      throw new Complaint("The file checkpoint is not a signed head.");
    }
    if (head.signedBy(keys).isEmpty()) {
      throw new Refused("The head of this pack is not signed with the key that you gave. It was changed, or it is of another log.");
    }
    return head;
  }

  static Result verify(Export export, Collection<VerifierKey> keys, SignedHead since) {
    return new Verifier(export, keys).run(since);
  }

  private Result run(SignedHead since) {
    if (since != null && since.size() > head.size()) {
      problem(
          head.size(),
          "The log was longer: your head of %s has %d entries, this pack has %d. The end of the log was cut off, or the pack is older than your head."
              .formatted(since.time(), since.size(), head.size()));
      return result();
    }
    readHeads();
    grow(since);
    var pack = pack();
    readEntries("LOG".equals(pack));
    readBundles("LOG".equals(pack));
    compareHeads(since);
    compareEvidence();
    compareFiles(pack);
    return result();
  }

  private Result result() {
    var sorted = problems.stream().sorted(Comparator.comparingLong(Problem::at)).toList();
    return new Result(head, entries, sorted);
  }

  private String pack() {
    try {
      var pack = (Map<?, ?>) CanonicalJson.read(export.bytes("pack.json").orElseThrow(() -> missing("pack.json")));
      if (pack.get("kind") instanceof String kind && Set.of("LOG", "PERIOD", "CASE", "MODEL").contains(kind)) {
        return kind;
      }
      throw new Complaint("pack.json does not say what kind of pack this is.");
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new Complaint("pack.json is not JSON that Fingerpost wrote.");
    }
  }

  private void readHeads() {
    export
        .text("heads.txt")
        .ifPresent(
            text -> {
              try {
                heads.addAll(SignedHead.parseAll(text));
              } catch (IllegalArgumentException e) {
                throw new Complaint("heads.txt holds something that is not a signed head.");
              }
            });
    heads.removeIf(old -> old.size() > head.size());
    heads.add(head);
    heads.sort(Comparator.comparingLong(SignedHead::size));
  }

  /** Builds the tree from its leaves as the tiles state them; whether they are right is what the signed roots say. */
  private void grow(SignedHead since) {
    var wanted = new HashSet<Long>();
    heads.forEach(old -> wanted.add(old.size()));
    if (since != null) {
      wanted.add(since.size());
    }
    var edge = new Edge();
    var upper = new TreeMap<Integer, List<byte[]>>();
    keepRoot(edge, wanted);
    for (long tile = 0; tile * Tiles.WIDTH < head.size(); tile++) {
      byte[] hashes = tile(0, tile);
      tiles.add(hashes);
      for (int at = 0; at < hashes.length; at += Merkle.HASH) {
        edge.add(
            Arrays.copyOfRange(hashes, at, at + Merkle.HASH),
            (level, index, hash) -> {
              if (level > 0 && level % Tiles.HEIGHT == 0) {
                upper.computeIfAbsent(level / Tiles.HEIGHT, l -> new ArrayList<>()).add(hash);
              }
            });
        keepRoot(edge, wanted);
      }
    }
    upper.forEach(this::compareTiles);
  }

  private void keepRoot(Edge edge, Set<Long> wanted) {
    if (wanted.contains(edge.size())) {
      roots.put(edge.size(), edge.root());
    }
  }

  private byte[] tile(int level, long index) {
    int width = (int) Math.min(Tiles.WIDTH, Tiles.hashes(level, head.size()) - index * Tiles.WIDTH);
    var path = Tiles.path(level, index, width);
    byte[] hashes = export.bytes(path).orElseThrow(() -> missing(path));
    if (hashes.length != width * Merkle.HASH) {
      throw new Complaint(path + " should have " + width * Merkle.HASH + " bytes and has " + hashes.length + ".");
    }
    return hashes;
  }

  private void compareTiles(int level, List<byte[]> computed) {
    for (int at = 0; at < computed.size(); at++) {
      long tile = at / Tiles.WIDTH;
      byte[] stated = at % Tiles.WIDTH == 0 ? tile(level, tile) : null;
      if (stated != null) {
        for (int i = 0; i * Merkle.HASH < stated.length; i++) {
          if (!Arrays.equals(Arrays.copyOfRange(stated, i * Merkle.HASH, (i + 1) * Merkle.HASH), computed.get(at + i))) {
            long first = (tile * Tiles.WIDTH + i) << (Tiles.HEIGHT * level);
            problem(
                first,
                "The hashes in tile/%d do not follow from those below, from entry %d on.".formatted(level, first));
            return;
          }
        }
      }
    }
  }

  private byte[] leaf(long index) {
    byte[] tile = tiles.get((int) (index / Tiles.WIDTH));
    int at = (int) (index % Tiles.WIDTH) * Merkle.HASH;
    return Arrays.copyOfRange(tile, at, at + Merkle.HASH);
  }

  private void readEntries(boolean whole) {
    var times = new HeadTimes(heads.stream().filter(this::isRight).toList());
    try (var events = export.lines("events.ndjson").orElseThrow(() -> missing("events.ndjson"));
        var csv = export.lines("events.csv").orElseThrow(() -> missing("events.csv"))) {
      expectCsv(csv, "\uFEFF" + LogEntry.csv(LogEntry.COLUMNS), -1);
      long expected = 0;
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        var event = EventLine.read(line);
        if (event == null || event.index() >= head.size()) {
          problem(expected, "Line %d of events.ndjson is not an entry of this log.".formatted(entries + 1));
          break;
        }
        if (event.index() < expected) {
          problem(event.index(), "Entry %d stands a second time, or in the wrong place, in events.ndjson.".formatted(event.index()));
          break;
        }
        if (whole && event.index() > expected) {
          problem(expected, "Entry %d is missing from events.ndjson.".formatted(expected));
        }
        expected = event.index() + 1;
        entries++;
        if (event.entry() == null) {
          problem(
              event.index(),
              "Entry %d is missing: the log holds its hash, and the database no longer held the entry when this pack was made."
                  .formatted(event.index()));
          continue;
        }
        check(event, times);
        expectCsv(csv, event.entry().csv(event.index()), event.index());
      }
      if (whole && expected < head.size() && problems.isEmpty()) {
        problem(expected, "The entries from %d on are missing from events.ndjson; the signed log has %d.".formatted(expected, head.size()));
      }
      if (csv.readLine() != null && problems.isEmpty()) {
        problem(Long.MAX_VALUE, "events.csv has more lines than events.ndjson has entries.");
      }
    } catch (IOException e) {
      throw new Complaint("events.ndjson or events.csv cannot be read.");
    }
  }

  private void check(EventLine event, HeadTimes times) {
    long index = event.index();
    var entry = event.entry();
    if (!Arrays.equals(Merkle.leaf(event.bytes()), leaf(index))) {
      problem(index, "Entry %d (%s, %s) is not what was recorded.".formatted(index, entry.act(), entry.subjectId()));
      return;
    }
    times
        .complaint(index, entry.at())
        .ifPresent(sentence -> problem(index, "Entry %d (%s, %s) %s".formatted(index, entry.act(), entry.subjectId(), sentence)));
    if (BoundHashes.DEPLOYED.equals(entry.act())) {
      deployed.put(entry.subjectId(), entry);
    } else if (BoundHashes.SEALED.equals(entry.act()) && entry.details().get("instance") instanceof String instance) {
      sealed.put(instance, entry);
    } else if (BoundHashes.NEW_KEY.equals(entry.act()) && entry.details().get("old") instanceof String old) {
      trustOldKey(old);
    }
  }

  /** A key that an entry of this very log names as the one before is as good for older heads as the one that was given. */
  private void trustOldKey(String hex) {
    try {
      keys.add(new VerifierKey(head.origin(), HexFormat.of().parseHex(hex)));
    } catch (IllegalArgumentException e) {
      // then older heads stay unsigned for us, which is said where they are compared
    }
  }

  private void expectCsv(BufferedReader csv, String expected, long index) throws IOException {
    var line = csv.readLine();
    // A value of ours has no line breaks; whoever opened and saved the file in a spreadsheet has made another file of it.
    if (!expected.equals(line) && problems.stream().noneMatch(problem -> problem.sentence().startsWith("events.csv"))) {
      // after what is wrong with entries: this is a copy of them
      problem(Long.MAX_VALUE, "events.csv does not say what events.ndjson says" + (index < 0 ? "." : " about entry " + index + "."));
    }
  }

  private void readBundles(boolean whole) {
    for (long tile = 0; tile * Tiles.WIDTH < head.size(); tile++) {
      int width = (int) Math.min(Tiles.WIDTH, head.size() - tile * Tiles.WIDTH);
      var path = Tiles.entries(tile, width);
      var bundle = export.bytes(path);
      if (bundle.isEmpty()) {
        if (whole) {
          throw missing(path);
        }
        return;
      }
      byte[] bytes = bundle.get();
      int at = 0;
      for (int i = 0; i < width; i++) {
        int length = at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        long index = tile * Tiles.WIDTH + i;
        if (length < 0 || at + 2 + length > bytes.length) {
          problem(index, "%s ends before entry %d.".formatted(path, index));
          return;
        }
        if (!Arrays.equals(Merkle.leaf(Arrays.copyOfRange(bytes, at + 2, at + 2 + length)), leaf(index))) {
          problem(index, "Entry %d in %s is not what was recorded.".formatted(index, path));
        }
        at += 2 + length;
      }
      if (at != bytes.length) {
        problem((tile + 1) * Tiles.WIDTH - 1, path + " goes on after its last entry.");
      }
    }
  }

  private boolean isRight(SignedHead old) {
    return old.signedBy(keys).isPresent() && Arrays.equals(old.root(), roots.get(old.size()));
  }

  /** Roots that are signed say between which entries the leaves first differ from what they were. */
  private void compareHeads(SignedHead since) {
    if (since != null && !Arrays.equals(since.root(), roots.get(since.size()))) {
      problem(
          firstWrong(since.size()),
          "The log no longer begins with what your head of %s was signed over: something among its first %d entries was changed."
              .formatted(since.time(), since.size()));
    }
    long right = 0;
    for (var old : heads) {
      if (old.signedBy(keys).isEmpty()) {
        continue;
      }
      if (!Arrays.equals(old.root(), roots.get(old.size()))) {
        problem(
            right,
            "The first bad entry is among %d to %d: with them the tree no longer leads to the head that was signed on %s."
                .formatted(right, old.size() - 1, old.time()));
        return;
      }
      right = old.size();
    }
  }

  private long firstWrong(long below) {
    return heads.stream()
        .filter(old -> old.size() < below && isRight(old))
        .mapToLong(SignedHead::size)
        .max()
        .orElse(0);
  }

  /** What lies beside the entries must be what they were recorded over. */
  private void compareEvidence() {
    var cases = new LinkedHashSet<String>();
    var deployments = new TreeMap<String, TreeMap<String, byte[]>>();
    try {
      for (var name : export.names()) {
        var parts = name.split("/", 4);
        if (parts.length >= 4 && name.startsWith("evidence/cases/")) {
          cases.add(parts[2]);
        } else if (parts.length == 4 && name.startsWith("evidence/deployments/")) {
          deployments.computeIfAbsent(parts[2], id -> new TreeMap<>()).put(parts[3], export.bytes(name).orElseThrow());
        }
      }
    } catch (IOException e) {
      throw new Complaint("The evidence in this pack cannot be read.");
    }
    for (var instance : cases) {
      var entry = sealed.get(instance);
      var folder = "evidence/cases/" + instance + "/";
      if (entry == null) {
        problem(Long.MAX_VALUE, folder + " belongs to no entry of this pack.");
        continue;
      }
      compare(entry, folder + "history.json", "history");
      if (entry.details().containsKey("decisions")) {
        compare(entry, folder + "decisions.json", "decisions");
      }
    }
    deployments.forEach(
        (id, files) -> {
          var entry = deployed.get(id);
          if (entry == null) {
            problem(Long.MAX_VALUE, "evidence/deployments/" + id + "/ belongs to no entry of this pack.");
          } else if (!BoundHashes.fits(entry.details(), files)) {
            problem(
                Long.MAX_VALUE - 1,
                "The models of deployment %s are not those that entry %d recorded.".formatted(id, entry.id()));
          }
        });
  }

  private void compare(LogEntry entry, String file, String detail) {
    var bytes = export.bytes(file);
    if (bytes.isEmpty() || !BoundHashes.sha256(bytes.get()).equals(entry.details().get(detail))) {
      problem(
          Long.MAX_VALUE - 1,
          "%s is not what entry %d sealed for %s.".formatted(file, entry.id(), entry.subjectId()));
    }
  }

  /** A part of the log proves each of its entries, but not that none was left out; the entry that its making left behind does. */
  private void compareFiles(String kind) {
    if ("LOG".equals(kind)) {
      return;
    }
    byte[] list = export.bytes("files.txt").orElseThrow(() -> missing("files.txt"));
    var line = export.text("receipt.json").orElseThrow(() -> missing("receipt.json"));
    var receipt = EventLine.read(line.strip());
    if (receipt == null
        || receipt.entry() == null
        || receipt.index() >= head.size()
        || !Arrays.equals(Merkle.leaf(receipt.bytes()), leaf(receipt.index()))
        || !BoundHashes.PACK_MADE.equals(receipt.entry().act())
        || !BoundHashes.sha256(list).equals(receipt.entry().details().get("fileHashes"))) {
      problem(Long.MAX_VALUE, "files.txt is not the list of files that the log recorded when this pack was made.");
      return;
    }
    var listed = new HashSet<String>();
    for (var row : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      var parts = row.split("  ", 2);
      var bytes = parts.length == 2 ? export.bytes(parts[1]) : Optional.<byte[]>empty();
      if (bytes.isEmpty() || !BoundHashes.sha256(bytes.get()).equals(parts[0])) {
        problem(Long.MAX_VALUE, (parts.length == 2 ? parts[1] : "A file") + " was changed or taken away after this pack was made.");
      } else {
        listed.add(parts[1]);
      }
    }
    try {
      for (var name : export.names()) {
        if (!BoundHashes.isProof(name) && !listed.contains(name)) {
          problem(Long.MAX_VALUE, name + " was added or changed after this pack was made.");
        }
      }
    } catch (IOException e) {
      throw new Complaint("The files of this pack cannot be listed.");
    }
  }

  private void problem(long at, String sentence) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(at, sentence));
    }
  }

  private static Complaint missing(String file) {
    return new Complaint("This pack is not whole: " + file + " is missing.");
  }

  /** Where the hashes of a pack's tree come from, for the proof of one entry. */
  static Merkle.Nodes nodes(Export export, SignedHead head) {
    var read = new HashMap<String, byte[]>();
    return new Merkle.Nodes() {
      @Override
      public byte[] node(int level, long index) {
        int tileLevel = level / Tiles.HEIGHT;
        int within = level % Tiles.HEIGHT;
        if (within > 0) {
          return Merkle.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
        }
        long tile = index / Tiles.WIDTH;
        int width = (int) Math.min(Tiles.WIDTH, Tiles.hashes(tileLevel, head.size()) - tile * Tiles.WIDTH);
        var path = Tiles.path(tileLevel, tile, width);
        byte[] hashes = read.computeIfAbsent(path, name -> export.bytes(name).orElseThrow(() -> missing(name)));
        int at = (int) (index % Tiles.WIDTH) * Merkle.HASH;
        if (hashes.length < at + Merkle.HASH) {
          throw new Complaint(path + " is too short.");
        }
        return Arrays.copyOfRange(hashes, at, at + Merkle.HASH);
      }
    };
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
