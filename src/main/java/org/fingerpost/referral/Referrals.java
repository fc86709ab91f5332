package org.fingerpost.referral;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows every referral and where it stands. Changes happen in the caller's transaction and are written once, at its end; a change that
 * the referral's state forbids is an {@link IllegalStateException}, because the models should never ask for it.
 */
@Component
public class Referrals {

  /**
   * @throws NoSuchElementException if there is no such referral
   */
  @Transactional(readOnly = true)
  public ReferralSummary get(String referralId) {
    throw new UnsupportedOperationException();
  }

  @Transactional(readOnly = true)
  public Optional<ReferralSummary> find(String referralId) {
    throw new UnsupportedOperationException();
  }

  /** The referral that a tracking link opens; empty for an unknown token or {@code null}. */
  @Transactional(readOnly = true)
  public Optional<ReferralSummary> byTrackingToken(String token) {
    throw new UnsupportedOperationException();
  }

  /** A page of a scheme's referrals: open ones first, then by next date and newest receipt. Pages count from 0. */
  @Transactional(readOnly = true)
  public List<ReferralSummary> inScheme(String schemeId, int page, int size) {
    throw new UnsupportedOperationException();
  }

  /** Whether one of these people has an open referral other than the one named. */
  @Transactional(readOnly = true)
  public boolean otherOpenReferral(Collection<UUID> personIds, String referralId) {
    throw new UnsupportedOperationException();
  }

  /** Moves on to a stage: the same again changes nothing, back is refused, stages may be skipped. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stage(String referralId, Stage stage) {}

  /** Keeps the route that is taken. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void route(String referralId, String routeCode) {}

  /** Gives the referral to a link worker (user id) and moves it on to {@link Stage#ASSIGNED} if it is not past that. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assigned(String referralId, String userId) {}

  /** The day on which something is next due; {@code null} if nothing is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nextDate(String referralId, LocalDate day) {}

  /** Keeps why support ended and moves on to {@link Stage#OUTCOME_RECORDED}; the journey then closes the referral. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void outcomeRecorded(String referralId, ClosureReason reason) {}

  /**
   * Closes an open referral and, where the person agreed, queues the message back to the referrer. Closing it again in the same
   * state changes nothing.
   *
   * @param reasonCode a code, or {@code null} to keep the reason recorded before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String referralId, ClosedState state, String reasonCode) {}
}
