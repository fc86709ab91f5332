package org.fingerpost.referral;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives a referral: person, referral, consent, journey, acknowledgment and audit entry, in one transaction or not at all. */
@Component
public class ReceivingReferral {

  /**
   * Receives a referral and starts its journey.
   *
   * @throws org.fingerpost.platform.InvalidInput naming every problem at once; nothing is kept then
   */
  @Transactional
  public ReceivedReferral receive(ReferralRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * What {@link #receive} would refuse, for doors that ask in steps.
   *
   * @return every problem, by field path; empty if the request would be received
   */
  public List<org.fingerpost.platform.InvalidInput.Problem> problems(ReferralRequest request) {
    throw new UnsupportedOperationException();
  }
}
