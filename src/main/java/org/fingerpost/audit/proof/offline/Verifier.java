package org.fingerpost.audit.proof.offline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.VerifierKey;

/**
 * Recomputes everything that a pack states: the tree from its leaves, the root against the signature, each entry against its leaf, the
 * order of times, the beginning against a head that an auditor kept, and what the entries say about models and closed cases against the
 * evidence beside them.
 */
final class Verifier {

  private Verifier() {}

  /**
   * @param at number of the entry in the log, counted from 0, or a large number where it is about no single one
   */
  record Problem(long at, String sentence) {}

  /**
   * @param entries how many entries the pack shows
   * @param problems the first bad entry first; empty when all is well
   */
  record Result(SignedHead head, long entries, List<Problem> problems) {}

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
    var head = signedHead(export, keys);
    var problems = new Problems();
    if (since != null && since.size() > head.size()) {
      problems.add(
          head.size(),
          "The log was longer: your head of %s has %d entries, this pack has %d. The end of the log was cut off, or the pack is older than your head."
              .formatted(since.time(), since.size(), head.size()));
      return new Result(head, 0, problems.inOrder());
    }
    var tree = new StatedTree(export, head, problems);
    var heads = new HeadsOfPack(export, head, keys, tree, problems);
    var sizes = heads.sizes();
    if (since != null) {
      sizes.add(since.size());
    }
    tree.grow(sizes);
    var kind = kind(export);
    boolean whole = kind.equals("LOG");
    var entries = new EntriesOfPack(export, head, tree, heads, problems);
    entries.read(whole);
    entries.readBundles(whole);
    heads.compare(since);
    var files = new FilesOfPack(export, head, tree, problems);
    files.compareEvidence(entries);
    if (!whole) {
      files.compareList();
    }
    return new Result(head, entries.count(), problems.inOrder());
  }

  private static String kind(Export export) {
    try {
      var pack = (Map<?, ?>) CanonicalJson.read(export.bytes("pack.json").orElseThrow(() -> Complaint.missing("pack.json")));
      if (pack.get("kind") instanceof String kind && Set.of("LOG", "PERIOD", "CASE", "MODEL").contains(kind)) {
        return kind;
      }
      throw new Complaint("pack.json does not say what kind of pack this is.");
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new Complaint("pack.json is not JSON that Fingerpost wrote.");
    }
  }
}
