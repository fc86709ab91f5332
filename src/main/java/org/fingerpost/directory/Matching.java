package org.fingerpost.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks activities for a person. The order is one that can be said in a sentence: nearby before elsewhere, more of the
 * needs before fewer, room before none.
 */
final class Matching {

  private static final Comparator<ActivityMatch> BEST_FIRST =
      Comparator.comparing((ActivityMatch match) -> !match.reasons().contains(MatchReason.AREA))
          .thenComparing(match -> -match.metNeeds().size())
          .thenComparing(match -> !match.reasons().contains(MatchReason.PLACES))
          .thenComparing(match -> match.activity().name().en())
          .thenComparing(match -> match.activity().activityId());

  private Matching() {}

  static List<ActivityMatch> rank(List<ActivityOffer> offers, Collection<String> needs, String areaCode, int age) {
    return offers.stream()
        .map(offer -> match(offer, needs, areaCode, age))
        .flatMap(Optional::stream)
        .sorted(BEST_FIRST)
        .toList();
  }

  private static Optional<ActivityMatch> match(
      ActivityOffer offer, Collection<String> needs, String areaCode, int age) {
    boolean oldEnough = offer.minAge() == null || age >= offer.minAge();
    boolean youngEnough = offer.maxAge() == null || age <= offer.maxAge();
    List<String> met = needs.stream().filter(offer.needs()::contains).distinct().toList();
    if (!oldEnough || !youngEnough || met.isEmpty() && !needs.isEmpty()) {
      return Optional.empty();
    }
    List<MatchReason> reasons = new ArrayList<>();
    if (!met.isEmpty()) {
      reasons.add(MatchReason.NEED);
    }
    if (areaCode != null && offer.areas().contains(areaCode)) {
      reasons.add(MatchReason.AREA);
    }
    if (offer.minAge() != null || offer.maxAge() != null) {
      reasons.add(MatchReason.AGE);
    }
    if (offer.places() == null || offer.places() > 0) {
      reasons.add(MatchReason.PLACES);
    }
    return Optional.of(new ActivityMatch(offer, met, reasons));
  }
}
