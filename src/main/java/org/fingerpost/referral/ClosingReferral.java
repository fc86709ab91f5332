package org.fingerpost.referral;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends referrals as the journey comes to its ends. Each end is safe to repeat. */
@Component
public class ClosingReferral {

  /** What becomes of a referral that is not taken on, by the route a team lead confirmed. */
  private static final Map<String, ClosedState> NOT_TAKEN_ON =
      Map.of(
          "MERGE", ClosedState.DUPLICATE,
          "RETURN", ClosedState.NOT_ELIGIBLE,
          "TRANSFER", ClosedState.TRANSFERRED,
          "YOUNG_PEOPLE", ClosedState.TRANSFERRED,
          "CLINICAL_REDIRECT", ClosedState.TRANSFERRED);

  private final Referrals referrals;
  private final ConfirmedRoutes confirmedRoutes;

  ClosingReferral(Referrals referrals, ConfirmedRoutes confirmedRoutes) {
    this.referrals = referrals;
    this.confirmedRoutes = confirmedRoutes;
  }

  /**
   * Closes a referral that the scheme does not take on.
   *
   * @throws IllegalStateException if its route takes people on, or no named person has confirmed it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notTakenOn(String referralId) {
    String route = referrals.get(referralId).route();
    var state = route == null ? null : NOT_TAKEN_ON.get(route);
    if (state == null) {
      throw new IllegalStateException(referralId + " cannot be closed untaken on the route " + route);
    }
    if (!confirmedRoutes.confirmedByAPerson(referralId, route)) {
      throw new IllegalStateException(
          referralId + " must not be turned away: no person has confirmed the route " + route);
    }
    referrals.closeUntaken(referralId, state, confirmedRoutes.reasonTold(referralId));
  }

  /** Closes a referral that came to no conversation: the person declined, or could not be reached. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withoutConversation(String referralId, boolean declined) {
    var state = declined ? ClosedState.DECLINED : ClosedState.NOT_REACHED;
    referrals.close(referralId, state, state.name());
  }

  /** Closes a referral with the reason recorded in its outcome. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void afterOutcome(String referralId) {
    var reason = ClosureReason.valueOf(recordedReason(referralId));
    referrals.close(referralId, reason.closes(), null);
  }

  /** Closes a referral with the reason given for ending it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(String referralId) {
    var reason = WithdrawalReason.valueOf(recordedReason(referralId));
    referrals.close(referralId, reason.closes(), null);
  }

  private String recordedReason(String referralId) {
    String reason = referrals.get(referralId).closureReason();
    if (reason == null) {
      throw new IllegalStateException(referralId + " has no recorded reason to end");
    }
    return reason;
  }
}
