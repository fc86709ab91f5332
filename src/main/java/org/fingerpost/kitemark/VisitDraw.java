package org.fingerpost.kitemark;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.Tokens;

/**
 * A draw that anybody can repeat: each mark's ticket is the SHA-256 of the seed, a colon and its id, and the lowest tickets win. The seed
 * is random and kept; nobody who knows it can choose who is drawn.
 */
final class VisitDraw {

  private VisitDraw() {}

  /** So many of the pool, in the order of their tickets. */
  static List<UUID> of(String seed, Collection<UUID> pool, int howMany) {
    return pool.stream()
        .sorted(Comparator.comparing(mark -> Tokens.hash(seed + ":" + mark)))
        .limit(Math.max(0, howMany))
        .toList();
  }

  /**
   * How many to draw now.
   *
   * @param marks how many are in force
   * @param perThousand how many of a thousand are drawn by now in the year
   * @param drawnBefore how many were drawn earlier in the year
   */
  static int howMany(int marks, int perThousand, int drawnBefore) {
    if (marks == 0) {
      return 0;
    }
    int byNow = Math.max(1, (int) Math.ceil(marks * perThousand / 1000.0));
    return Math.max(0, byNow - drawnBefore);
  }
}
