package org.fingerpost.workbench.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A move of referrals in flight.
 *
 * @param reference the change with which a colleague agrees, or {@code null}
 * @param follows the change whose version they move to, or {@code null}
 * @param backOf the move that this one takes back, or {@code null}
 * @param counts how many instances are in which state
 */
public record Migration(
    UUID id,
    String reference,
    String follows,
    UUID backOf,
    String schemeId,
    MigrationState state,
    List<Leg> legs,
    String plannedBy,
    Instant plannedAt,
    Instant triedAt,
    Instant begunAt,
    Instant finishedAt,
    Map<Moving.State, Integer> counts) {

  public int count(Moving.State state) {
    return counts.getOrDefault(state, 0);
  }

  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
