package org.fingerpost.workbench.change;

import java.time.Instant;
import java.util.List;

/**
 * One running process that a move is about.
 *
 * @param leg which of the move's legs
 * @param subject its business key: the referral's reference
 * @param steps ids of the steps at which it stands
 * @param target the step that the manager chose for it instead of one that vanished, or {@code null}
 * @param problem why it cannot move, or {@code null}
 */
public record Moving(
    String instanceId,
    int leg,
    String subject,
    String schemeId,
    List<String> steps,
    State state,
    String target,
    Obstacle problem,
    Instant movedAt) {

  /** What becomes of it. */
  public enum State {
    /** The dry run has not come to it yet. */
    UNTRIED,
    /** The dry run moved it. */
    MOVES,
    /** The dry run could not move it; the manager decides. */
    CANNOT,
    /** It is left on its version. */
    STAYS,
    MOVED,
    /** It could not be moved when its turn came, and is still on its version. */
    FAILED,
    /** It was over, or elsewhere, when its turn came. */
    ENDED
  }
}
