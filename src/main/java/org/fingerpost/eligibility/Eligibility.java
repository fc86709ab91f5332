package org.fingerpost.eligibility;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes where a referral should go, and keeps what a team lead makes of the proposal. */
@Component
public class Eligibility {

  /** Gathers the facts, asks the table, keeps both. In the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public RouteProposal propose(String referralId) {
    throw new UnsupportedOperationException();
  }

  /** The latest proposal for a referral. */
  @Transactional(readOnly = true)
  public RouteProposal proposal(String referralId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Keeps a team lead's decision.
   *
   * @param route what the referral is to take; not {@link Route#URGENT}
   * @param reason in the lead's words
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(String referralId, Route route, String reason, String userId) {
    throw new UnsupportedOperationException();
  }
}
