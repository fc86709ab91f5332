package org.fingerpost.year;

/**
 * What will happen to one invented person, drawn before it happens. Proportions and times: the funnel of 100 referrals received, 93
 * eligible, 83 not refused, 76 contacted, 62 at the first conversation, 57 with a plan, 50 introduced, 41 who went at least once, 29 still
 * going at six weeks, 21 with a second measure, and the days between.
 *
 * @param entry how the referral stands against the route table
 * @param callsUntilReached 1 to 3, or 0 for somebody who is never reached
 * @param declines whether the person says no thank you at the first call
 * @param comes whether the person comes to the conversation
 * @param meetings how many meetings it takes until there is a plan
 * @param makesPlan whether the conversation leads to an activity that the person wants
 * @param findsActivity whether the directory has what was wanted
 * @param introductions how many activities at once
 * @param attends whether the person goes at least once
 * @param stays whether the person still goes at six weeks
 * @param measuredAgain whether the second measure is obtained
 * @param agreesToReview whether the person may be asked again after the end
 * @param leaves how a person leaves who does not come or stop on their own: WITHDRAWN, MOVED_AWAY or DIED
 * @param lifeSatisfaction at the start, 0 to 10
 * @param anxious at the start, 0 to 10
 * @param better whether things improve
 */
record Life(
    Entry entry,
    int callsUntilReached,
    boolean declines,
    boolean wrongNumber,
    boolean callLater,
    boolean comes,
    int meetings,
    boolean makesPlan,
    boolean findsActivity,
    int introductions,
    boolean attends,
    boolean stays,
    boolean measuredAgain,
    boolean agreesToReview,
    String leaves,
    int lifeSatisfaction,
    int anxious,
    boolean better) {

  /** How a referral stands against the route table. */
  enum Entry {
    FITS,
    NO_CONSENT,
    OUT_OF_AREA,
    SOURCE_NOT_LIVE,
    UNSTABLE,
    TOO_YOUNG,
    INFORMATION_ONLY,
    AGAIN
  }

  static Life drawn(Draw draw) {
    var entry =
        Entry.values()[
            // 93 of 100 fit; of the rest, shares by judgement. Those sent twice and those who want information only come on top.
            draw.weighted(86, 1.5, 2, 1, 1, 1.5, 4, 4)];
    boolean better = draw.chance(0.73);
    return new Life(
        entry,
        draw.chance(76.0 / 83) ? 1 + draw.weighted(65, 23, 12) : 0,
        draw.chance(10.0 / 93),
        draw.chance(0.03),
        draw.chance(0.07),
        draw.chance(62.0 / 76),
        1 + draw.weighted(80, 15, 5),
        draw.chance(57.0 / 62),
        draw.chance(50.0 / 57),
        1 + draw.weighted(72, 21, 7),
        draw.chance(41.0 / 50),
        draw.chance(29.0 / 41),
        // Worse at the start, more often missing at the end: what is measured is not the average person.
        draw.chance(21.0 / 29),
        draw.chance(0.6),
        switch (draw.weighted(88, 9, 3)) {
          case 0 -> "WITHDRAWN";
          case 1 -> "MOVED_AWAY";
          default -> "DIED";
        },
        draw.score(4.6, 2.2),
        draw.score(6.1, 2.7),
        better);
  }
}
