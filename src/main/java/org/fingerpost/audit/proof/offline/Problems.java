package org.fingerpost.audit.proof.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fingerpost.audit.proof.offline.Verifier.Problem;

/** What was found to be wrong with a pack so far. */
final class Problems {

  /** More would help nobody. */
  private static final int MOST = 50;

  private final List<Problem> found = new ArrayList<>();

  void add(long at, String sentence) {
    if (found.size() < MOST) {
      found.add(new Problem(at, sentence));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean areSaidOf(String file) {
    return found.stream().anyMatch(problem -> problem.sentence().startsWith(file));
  }

  /** The first bad entry first. */
  List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparingLong(Problem::at)).toList();
  }
}
