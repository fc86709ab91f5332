package org.fingerpost.directory;

import java.util.List;

/**
 * An activity put forward for somebody.
 *
 * @param metNeeds which of the person's needs it helps with, in the person's order
 * @param reasons why, in the order of {@link MatchReason}
 */
public record ActivityMatch(ActivityOffer activity, List<String> metNeeds, List<MatchReason> reasons) {

  public ActivityMatch {
    metNeeds = List.copyOf(metNeeds);
    reasons = List.copyOf(reasons);
  }
}
