package org.fingerpost.audit.proof.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.audit.proof.log.BoundHashes;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;

/** What lies in a pack beside its entries: the evidence they are bound to, and the list of all its files. */
final class FilesOfPack {

  private final Export export;
  private final SignedHead head;
  private final StatedTree tree;
  private final Problems problems;

  FilesOfPack(Export export, SignedHead head, StatedTree tree, Problems problems) {
    this.export = export;
    this.head = head;
    this.tree = tree;
    this.problems = problems;
  }

  /** What lies beside the entries must be what they were recorded over. */
  void compareEvidence(EntriesOfPack entries) {
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
      var entry = entries.sealed().get(instance);
      var folder = "evidence/cases/" + instance + "/";
      if (entry == null) {
        problems.add(Long.MAX_VALUE, folder + " belongs to no entry of this pack.");
        continue;
      }
      compare(entry, folder + "history.json", "history");
      if (entry.details().containsKey("decisions")) {
        compare(entry, folder + "decisions.json", "decisions");
      }
    }
    deployments.forEach(
        (id, files) -> {
          var entry = entries.deployed().get(id);
          if (entry == null) {
            problems.add(Long.MAX_VALUE, "evidence/deployments/" + id + "/ belongs to no entry of this pack.");
          } else if (!BoundHashes.fits(entry.details(), files)) {
            problems.add(
                Long.MAX_VALUE - 1,
                "The models of deployment %s are not those that entry %d recorded.".formatted(id, entry.id()));
          }
        });
  }

  private void compare(LogEntry entry, String file, String detail) {
    var bytes = export.bytes(file);
    if (bytes.isEmpty() || !BoundHashes.sha256(bytes.get()).equals(entry.details().get(detail))) {
      problems.add(
          Long.MAX_VALUE - 1,
          "%s is not what entry %d sealed for %s.".formatted(file, entry.id(), entry.subjectId()));
    }
  }

  /** A part of the log proves each of its entries, but not that none was left out; the entry that its making left behind does. */
  void compareList() {
    byte[] list = export.bytes("files.txt").orElseThrow(() -> Complaint.missing("files.txt"));
    var line = export.text("receipt.json").orElseThrow(() -> Complaint.missing("receipt.json"));
    var receipt = EventLine.read(line.strip());
    if (receipt == null
        || receipt.entry() == null
        || receipt.index() >= head.size()
        || !Arrays.equals(Merkle.leaf(receipt.bytes()), tree.leaf(receipt.index()))
        || !BoundHashes.PACK_MADE.equals(receipt.entry().act())
        || !BoundHashes.sha256(list).equals(receipt.entry().details().get("fileHashes"))) {
      problems.add(Long.MAX_VALUE, "files.txt is not the list of files that the log recorded when this pack was made.");
      return;
    }
    var listed = new HashSet<String>();
    for (var row : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      var parts = row.split("  ", 2);
      var bytes = parts.length == 2 ? export.bytes(parts[1]) : Optional.<byte[]>empty();
      if (bytes.isEmpty() || !BoundHashes.sha256(bytes.get()).equals(parts[0])) {
        problems.add(Long.MAX_VALUE, (parts.length == 2 ? parts[1] : "A file") + " was changed or taken away after this pack was made.");
      } else {
        listed.add(parts[1]);
      }
    }
    try {
      for (var name : export.names()) {
        if (!BoundHashes.isProof(name) && !listed.contains(name)) {
          problems.add(Long.MAX_VALUE, name + " was added or changed after this pack was made.");
        }
      }
    } catch (IOException e) {
      throw new Complaint("The files of this pack cannot be listed.");
    }
  }
}
