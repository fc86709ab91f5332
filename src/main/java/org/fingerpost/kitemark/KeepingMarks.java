package org.fingerpost.kitemark;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to keep a mark when it is awarded and stops when it is replaced or ended, in the same transaction. */
@Component
class KeepingMarks {

  /** A mark that lasts no longer than this is assessed again before anything could be asked of it. */
  private static final int MONTHS_BETWEEN_CHECKS = 12;

  private final Awards awards;
  private final UpkeepRows rows;
  private final UpkeepProcess process;

  KeepingMarks(Awards awards, UpkeepRows rows, UpkeepProcess process) {
    this.awards = awards;
    this.rows = rows;
    this.process = process;
  }

  @EventListener
  void begin(MarkAwarded awarded) {
    if (awarded.replaced() != null) {
      process.end(awards.get(awarded.replaced()).reference());
    }
    var award = awards.get(awarded.awardId());
    rows.begin(award.awardId());
    if (award.renewMonths() > MONTHS_BETWEEN_CHECKS) {
      awards.nextCheck(award.awardId(), award.awardedOn().plusMonths(MONTHS_BETWEEN_CHECKS));
    }
    awards.keptBy(award.awardId(), process.start(award.reference(), award.schemeId()));
  }

  @EventListener
  void end(MarkChanged changed) {
    if (changed.status() == AwardStatus.ENDED) {
      process.end(changed.reference());
    }
  }
}
