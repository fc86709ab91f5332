package org.fingerpost.grants;

import java.time.Clock;
import java.util.Map;
import org.fingerpost.notification.Purpose;
import org.fingerpost.questionnaire.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A group takes its application back, itself through its link or by an officer, until the money is paid. */
@Component
public class WithdrawingGrant {

  private final GrantRows grants;
  private final GrantProcess process;
  private final ScoringGrant scoring;
  private final PayingGrant paying;
  private final GrantMessages messages;
  private final Applications applications;
  private final Clock clock;

  WithdrawingGrant(
      GrantRows grants,
      GrantProcess process,
      ScoringGrant scoring,
      PayingGrant paying,
      GrantMessages messages,
      Applications applications,
      Clock clock) {
    this.grants = grants;
    this.process = process;
    this.scoring = scoring;
    this.paying = paying;
    this.messages = messages;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * @return false if the link does not work or it is too late
   */
  @Transactional
  public boolean byLink(String token) {
    return grants.byLink(token).map(this::begin).orElse(false);
  }

  /**
   * @return false if it is too late
   */
  @Transactional
  public boolean byOfficer(String reference) {
    return begin(grants.get(reference));
  }

  private boolean begin(Grant found) {
    var grant = grants.lock(found.reference());
    if (!grant.state().withdrawable()) {
      return false;
    }
    process.withdrawn(grant.processInstanceId());
    return true;
  }

  /** The step of the model: gives back what was reserved, ends the scoring, closes and confirms. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(String reference) {
    var grant = grants.get(reference);
    scoring.end(grant);
    paying.giveBack(grant);
    messages.send(grant, Purpose.GRANT_WITHDRAWN, Map.of());
    grant.close(GrantState.WITHDRAWN, clock.instant());
    applications.close(reference);
    messages.record("grant.withdrawn", grant, Map.of());
  }
}
