package org.fingerpost.directory;

import java.util.List;

/**
 * An activity put forward for somebody.
 *
 * @param metNeeds which of the person's needs it helps with, in the person's order
 * @param reasons why, in the order of {@link MatchReason}
 * @param points how much speaks for it, by the scheme's table; only good for comparing
 * @param cautions what speaks against it, in the order of {@link MatchCaution}
 */
public record ActivityMatch(
    ActivityOffer activity,
    List<String> metNeeds,
    List<MatchReason> reasons,
    int points,
    List<MatchCaution> cautions) {

  public ActivityMatch {
    metNeeds = List.copyOf(metNeeds);
    reasons = List.copyOf(reasons);
    cautions = List.copyOf(cautions);
  }

  /** Whether it may be chosen, if need be with a warning. */
  public boolean choosable() {
    return cautions.stream().noneMatch(MatchCaution::excludes);
  }
}
