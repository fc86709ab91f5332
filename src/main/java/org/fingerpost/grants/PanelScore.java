package org.fingerpost.grants;

import java.util.Map;

/**
 * What a member of the panel said about an application.
 *
 * @param member user id
 * @param state {@code ASKED}, {@code SCORED}, {@code CONFLICT}, {@code NO_TIME}, {@code LATE} or {@code ENDED}
 * @param points one to five by criterion; empty unless it was scored
 * @param comment in the member's words, or {@code null}
 */
public record PanelScore(String member, String state, Map<Criterion, Integer> points, String comment) {

  public boolean scored() {
    return !points.isEmpty();
  }

  /** The average in tenths of a point; only for one that was scored. */
  public int tenths() {
    return (int) Math.round(points.values().stream().mapToInt(Integer::intValue).average().orElseThrow() * 10);
  }

  /** Nothing of what was said. */
  @Override
  public String toString() {
    return "PanelScore[" + state + "]";
  }
}
