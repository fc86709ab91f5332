package org.fingerpost.introduction;

import org.fingerpost.person.Consent;
import org.fingerpost.person.ConsentWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stops what depends on a consent to tell an organisation, when the person takes it back: that introduction, and no other. A journey
 * that waits for the organisation's answer goes on as after a no, so that the link worker can choose something else.
 */
@Component
class StoppingWithoutConsent {

  private final StoppingIntroductions stopping;
  private final IntroductionProcess process;

  StoppingWithoutConsent(StoppingIntroductions stopping, IntroductionProcess process) {
    this.stopping = stopping;
    this.process = process;
  }

  @EventListener
  void stop(ConsentWithdrawn withdrawn) {
    if (withdrawn.purpose() == Consent.Purpose.TELL_PROVIDER && withdrawn.activityId() != null) {
      stopping
          .stopFor(withdrawn.referralId(), withdrawn.activityId())
          .forEach(introduction -> process.answered(introduction.processInstanceId(), Answer.DECLINED));
    }
  }
}
