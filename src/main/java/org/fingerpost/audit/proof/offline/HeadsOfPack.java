package org.fingerpost.audit.proof.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.fingerpost.audit.proof.log.HeadTimes;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.VerifierKey;

/** The signed heads in a pack, against the roots that its tree had. */
final class HeadsOfPack {

  private final SignedHead head;
  private final List<VerifierKey> keys;
  private final StatedTree tree;
  private final Problems problems;
  private final List<SignedHead> heads = new ArrayList<>();

  HeadsOfPack(Export export, SignedHead head, Collection<VerifierKey> keys, StatedTree tree, Problems problems) {
    this.head = head;
    this.keys = new ArrayList<>(keys);
    this.tree = tree;
    this.problems = problems;
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

  Set<Long> sizes() {
    var sizes = new HashSet<Long>();
    heads.forEach(old -> sizes.add(old.size()));
    return sizes;
  }

  /** When which entries were there, by the heads that are right. */
  HeadTimes times() {
    return new HeadTimes(heads.stream().filter(this::isRight).toList());
  }

  /** A key that an entry of this very log names as the one before is as good for older heads as the one that was given. */
  void trust(String hex) {
    try {
      keys.add(new VerifierKey(head.origin(), HexFormat.of().parseHex(hex)));
    } catch (IllegalArgumentException e) {
      // then older heads stay unsigned for us, which is said where they are compared
    }
  }

  /** Roots that are signed say between which entries the leaves first differ from what they were. */
  void compare(SignedHead since) {
    if (since != null && !Arrays.equals(since.root(), tree.root(since.size()))) {
      problems.add(
          firstWrong(since.size()),
          "The log no longer begins with what your head of %s was signed over: something among its first %d entries was changed."
              .formatted(since.time(), since.size()));
    }
    long right = 0;
    for (var old : heads) {
      if (old.signedBy(keys).isEmpty()) {
        continue;
      }
      if (!Arrays.equals(old.root(), tree.root(old.size()))) {
        problems.add(
            right,
            "The first bad entry is among %d to %d: with them the tree no longer leads to the head that was signed on %s."
                .formatted(right, old.size() - 1, old.time()));
        return;
      }
      right = old.size();
    }
  }

  private boolean isRight(SignedHead old) {
    return old.signedBy(keys).isPresent() && Arrays.equals(old.root(), tree.root(old.size()));
  }

  private long firstWrong(long below) {
    return heads.stream()
        .filter(old -> old.size() < below && isRight(old))
        .mapToLong(SignedHead::size)
        .max()
        .orElse(0);
  }
}
