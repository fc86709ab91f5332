package org.fingerpost.kitemark;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Suspends a mark without further ado. */
@Component
class SuspendingAtOnce implements SuspendingMarks {

  private final Awards awards;

  SuspendingAtOnce(Awards awards) {
    this.awards = awards;
  }

  @Override
  public void suspend(UUID awardId, String reasonCode, String byWhom) {
    awards.status(awardId, AwardStatus.SUSPENDED, reasonCode);
  }
}
