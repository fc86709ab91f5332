package org.fingerpost.audit.proof.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds the time an entry states against the heads around it: nobody can write an entry today, date it last month and have it stand
 * among the entries of last month, because the heads of last month are signed.
 */
public final class HeadTimes {

  /** The longest transaction that is still believed: an entry is dated when its act happens and seen when it is committed. */
  public static final Duration LATE = Duration.ofHours(1);

  /** How far the clocks of two machines may be apart. */
  public static final Duration EARLY = Duration.ofMinutes(10);

  private final List<SignedHead> heads;
  private int next;

  /**
   * @param heads in order of their size
   */
  public HeadTimes(List<SignedHead> heads) {
    this.heads = heads;
  }

  /** What is wrong with the time of an entry. To be asked in order of the entries. */
  public Optional<String> complaint(long index, Instant at) {
    while (next < heads.size() && heads.get(next).size() <= index) {
      next++;
    }
    var before = next == 0 ? null : heads.get(next - 1);
    var after = next == heads.size() ? null : heads.get(next);
    if (after != null && after.time() != null && at.isAfter(after.time().plus(EARLY))) {
      return Optional.of("is dated %s, which is after the head over it was signed (%s).".formatted(at, after.time()));
    }
    boolean mayBeOld = after != null && after.backlog();
    if (before != null && before.time() != null && !mayBeOld && at.isBefore(before.time().minus(LATE))) {
      return Optional.of("is dated %s, but was not there when the head of %s was signed: it is back-dated.".formatted(at, before.time()));
    }
    return Optional.empty();
  }
}
