package org.fingerpost.referral;

import java.util.Arrays;
import java.util.List;

/**
 * Why support came to its end, and what state that closes the referral in. Words are in the bundles under
 * {@code closure-reason.<CODE>}.
 *
 * <p>Source: the closing lists of HMPPS "Refer and monitor an intervention" and of BSeR (domain research section 4.5).
 */
public enum ClosureReason {
  GOALS_MET(ClosedState.COMPLETED, Group.EARLY, true),
  GOALS_PARTLY_MET(ClosedState.COMPLETED, Group.EARLY, true),
  /** The person said so. */
  CHOSE_TO_STOP(ClosedState.COMPLETED, Group.USER, true),
  /** The person said so, when first asked. */
  DECLINED_AT_FIRST_CONTACT(ClosedState.DECLINED, Group.USER, false),
  COULD_NOT_CONTACT(ClosedState.NOT_REACHED, Group.PROBLEM, false),
  /** Appointments were missed, and a person decided that this is the end; never said of somebody who declined. */
  DID_NOT_ENGAGE(ClosedState.COMPLETED, Group.USER, true),
  MOVED_AWAY(ClosedState.COMPLETED, Group.USER, true),
  NEEDS_MET_ELSEWHERE(ClosedState.COMPLETED, Group.USER, true),
  NOTHING_SUITABLE(ClosedState.COMPLETED, Group.PROBLEM, true),
  PROVIDER_FULL(ClosedState.COMPLETED, Group.PROBLEM, true),
  MOVED_TO_OTHER_CARE(ClosedState.TRANSFERRED, Group.OTHER, true),
  TRANSFERRED(ClosedState.TRANSFERRED, Group.OTHER, true),
  NOT_ELIGIBLE(ClosedState.NOT_ELIGIBLE, Group.PROBLEM, false),
  DUPLICATE(ClosedState.DUPLICATE, Group.PROBLEM, false),
  DIED(ClosedState.DIED, Group.USER, true);

  private final ClosedState closes;
  private final Group group;
  private final boolean atOutcome;

  ClosureReason(ClosedState closes, Group group, boolean atOutcome) {
    this.closes = closes;
    this.group = group;
    this.atOutcome = atOutcome;
  }

  /** The state that a referral with this outcome is closed in. */
  public ClosedState closes() {
    return closes;
  }

  public Group group() {
    return group;
  }

  /** The reasons that may be recorded with an outcome; the others end a referral before there is one. */
  public static List<ClosureReason> ofOutcomes() {
    return Arrays.stream(values()).filter(reason -> reason.atOutcome).toList();
  }

  /** The four kinds of endings that HMPPS tells apart. */
  public enum Group {
    /** The referral could not work. */
    PROBLEM,
    /** Something in the person's life, or their own choice. */
    USER,
    /** What the person came for was reached, before or when support was planned to end. */
    EARLY,
    OTHER
  }
}
