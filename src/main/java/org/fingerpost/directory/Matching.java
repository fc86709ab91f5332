package org.fingerpost.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * Puts activities in order for a person: gathers coded facts about the two, and lets the scheme's table {@code
 * activity-match} say what speaks for each. Who an activity is not for is said, not hidden.
 */
final class Matching {

  static final String DECISION = "activity-match";

  /** More needs than this change nothing: the table need not list them. */
  private static final int MOST_NEEDS_COUNTED = 3;

  private static final Comparator<ActivityMatch> BEST_FIRST =
      Comparator.comparing((ActivityMatch match) -> !match.choosable())
          .thenComparing(match -> -match.points())
          .thenComparing(match -> -match.metNeeds().size())
          .thenComparing(match -> match.activity().name().en())
          .thenComparing(match -> match.activity().activityId());

  private final Function<Map<String, Object>, List<Map<String, Object>>> table;
  private final boolean kiteMarkAsked;
  private final Map<String, Set<String>> neighbours;
  private final Function<String, Optional<String>> areaOfDistrict;
  private final LocalDate today;

  /**
   * @param table the rows that match facts, with outputs {@code points} and {@code reason}
   * @param neighbours codes of the areas next to an area
   * @param areaOfDistrict the area a postcode district lies in
   */
  Matching(
      Function<Map<String, Object>, List<Map<String, Object>>> table,
      boolean kiteMarkAsked,
      Map<String, Set<String>> neighbours,
      Function<String, Optional<String>> areaOfDistrict,
      LocalDate today) {
    this.table = table;
    this.kiteMarkAsked = kiteMarkAsked;
    this.neighbours = neighbours;
    this.areaOfDistrict = areaOfDistrict;
    this.today = today;
  }

  /** Best first, those that cannot be chosen last; an activity that meets none of the needs is not among them. */
  List<ActivityMatch> rank(List<ActivityOffer> offers, Seeker seeker) {
    return offers.stream()
        .filter(ActivityOffer::listed)
        .map(offer -> match(offer, seeker))
        .flatMap(Optional::stream)
        .sorted(BEST_FIRST)
        .toList();
  }

  private Optional<ActivityMatch> match(ActivityOffer offer, Seeker seeker) {
    List<String> met = seeker.needs().stream().filter(offer.needs()::contains).toList();
    if (met.isEmpty() && !seeker.needs().isEmpty()) {
      return Optional.empty();
    }
    var facts = facts(offer, seeker, met.size());
    int points = 0;
    List<MatchReason> reasons = new ArrayList<>();
    for (var row : table.apply(facts)) {
      points += ((Number) row.get("points")).intValue();
      reasons.add(MatchReason.valueOf((String) row.get("reason")));
    }
    return Optional.of(
        new ActivityMatch(offer, met, reasons.stream().distinct().sorted().toList(), points, cautions(offer, seeker, facts)));
  }

  private Map<String, Object> facts(ActivityOffer offer, Seeker seeker, int met) {
    var traits = offer.traits();
    var facts = new HashMap<String, Object>();
    facts.put("needsMet", Math.min(met, MOST_NEEDS_COUNTED));
    facts.put("distance", distance(offer, seeker));
    facts.put("forTheirAge", (offer.minAge() != null || offer.maxAge() != null) && fits(offer, seeker.age()));
    facts.put("access", share(seeker.access().isEmpty(), seeker.access().stream().filter(traits.access()::contains).count(), seeker.access().size()));
    facts.put(
        "language",
        seeker.languages().isEmpty()
            ? "NOT_ASKED"
            : seeker.languages().stream().anyMatch(traits.languages()::contains) ? "SPOKEN" : "NOT_SPOKEN");
    facts.put("days", days(offer, seeker));
    facts.put("places", places(offer));
    facts.put("waitingWeeks", traits.waitingWeeks());
    facts.put("kiteMark", kiteMarkAsked ? traits.kiteMark().name() : "NOT_ASKED");
    facts.put(
        "likes",
        seeker.interests().isEmpty()
            ? "NOT_KNOWN"
            : seeker.interests().stream().anyMatch(traits.interests()::contains) ? "FITS" : "OTHER");
    return facts;
  }

  private static String share(boolean notAsked, long met, int asked) {
    return notAsked ? "NOT_ASKED" : met == asked ? "ALL" : met > 0 ? "SOME" : "NONE";
  }

  private static String days(ActivityOffer offer, Seeker seeker) {
    if (seeker.weekdays().isEmpty()) {
      return "NOT_ASKED";
    }
    boolean byAgreement = offer.weekdays().isEmpty();
    return byAgreement || offer.weekdays().stream().anyMatch(seeker.weekdays()::contains) ? "FITS" : "OTHER";
  }

  /** In bands, because nobody's address is looked up anywhere. */
  private String distance(ActivityOffer offer, Seeker seeker) {
    String area = seeker.areaCode();
    String district = offer.traits().district();
    if (district != null && district.equals(seeker.district())) {
      return "SAME_DISTRICT";
    }
    if (area == null) {
      return "SCHEME_WIDE";
    }
    Optional<String> where = district == null ? Optional.empty() : areaOfDistrict.apply(district);
    boolean open = offer.areas().contains(area);
    if (open && (where.isEmpty() || where.get().equals(area))) {
      return "SAME_AREA";
    }
    Set<String> around = neighbours.getOrDefault(area, Set.of());
    if (where.filter(around::contains).isPresent() || where.isEmpty() && offer.areas().stream().anyMatch(around::contains)) {
      return "NEIGHBOUR";
    }
    // Where the scheme says nothing of neighbours, being open to the area is all that is known.
    return open && around.isEmpty() ? "SAME_AREA" : "SCHEME_WIDE";
  }

  private List<MatchCaution> cautions(ActivityOffer offer, Seeker seeker, Map<String, Object> facts) {
    List<MatchCaution> cautions = new ArrayList<>();
    if (!fits(offer, seeker.age())) {
      cautions.add(MatchCaution.AGE);
    }
    offer.closedBecause(kiteMarkAsked).ifPresent(cautions::add);
    if (facts.get("places").equals("FULL")) {
      cautions.add(MatchCaution.FULL);
    }
    if (kiteMarkAsked && offer.traits().kiteMark() == KiteMarkLevel.NONE) {
      cautions.add(MatchCaution.NO_KITE_MARK);
    }
    if (offer.accompaniedOnly(kiteMarkAsked)) {
      cautions.add(MatchCaution.GO_ALONG);
    }
    if (seeker.areaCode() != null && !offer.areas().contains(seeker.areaCode())) {
      cautions.add(MatchCaution.OTHER_AREA);
    }
    if (facts.get("places").equals("WAITING_LIST")) {
      cautions.add(MatchCaution.WAIT);
    }
    if (facts.get("days").equals("OTHER")) {
      cautions.add(MatchCaution.OTHER_DAYS);
    }
    if (offer.standing().unconfirmed(today)) {
      cautions.add(MatchCaution.UNCONFIRMED);
    }
    return cautions;
  }

  private static boolean fits(ActivityOffer offer, int age) {
    return (offer.minAge() == null || age >= offer.minAge()) && (offer.maxAge() == null || age <= offer.maxAge());
  }

  /** What the organisation said of this week counts for more than what is usual. */
  private String places(ActivityOffer offer) {
    Integer known = offer.standing().placesKnown(today);
    Integer places = known != null ? known : offer.places();
    if (places == null || places > 0) {
      return known != null ? "FREE_THIS_WEEK" : "FREE";
    }
    return offer.traits().waitingList() ? "WAITING_LIST" : "FULL";
  }
}
