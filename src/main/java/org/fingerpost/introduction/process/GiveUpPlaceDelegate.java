package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.WaitForPlace.GIVEN_UP;
import static org.fingerpost.referral.journey.WaitForPlace.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.WaitForPlace.PLACE_RESULT;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.StoppingIntroductions;
import org.fingerpost.introduction.WantingIntroduction;
import org.springframework.stereotype.Component;

/**
 * Gives up a place on a waiting list and lets the link worker choose something else.
 *
 * <p>Step {@code serviceTask_giveUpPlace} in {@code wait-for-place}. Reads {@code introductionId}. Writes {@code
 * placeResult}. Repeated only when everything it did was rolled back.
 */
@Component
class GiveUpPlaceDelegate implements JavaDelegate {

  private final StoppingIntroductions stopping;
  private final WantingIntroduction wanting;

  GiveUpPlaceDelegate(StoppingIntroductions stopping, WantingIntroduction wanting) {
    this.stopping = stopping;
    this.wanting = wanting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stopping.giveUpPlace(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
    wanting.want(execution.getProcessBusinessKey());
    PLACE_RESULT.set(execution, GIVEN_UP);
  }
}
