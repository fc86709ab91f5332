package org.fingerpost.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The check-ins of one referral so far, in order: what the next step depends on. */
record CheckIns(List<CheckIn> all) {

  /** The number of the row that comes next, from 1. */
  int nextNumber() {
    return all.size() + 1;
  }

  /** The check-in that the plan asks for next: one that was missed is made again under its number. */
  int nextInPlan() {
    return (int) all.stream().filter(CheckIn::held).count() + 1;
  }

  /** How many were missed since the last that was held. */
  int missedInARow() {
    int missed = 0;
    for (int i = all.size() - 1; i >= 0 && !all.get(i).held(); i--) {
      missed++;
    }
    return missed;
  }

  boolean anyMissed() {
    return all.stream().anyMatch(c -> !c.held());
  }

  boolean extended() {
    return all.stream().anyMatch(c -> c.leadDecision() == LeadDecision.EXTEND);
  }

  /** The ending that was agreed last. */
  Optional<LocalDate> agreedEnding() {
    return all.stream().map(CheckIn::endingPlannedOn).filter(Objects::nonNull).reduce((earlier, later) -> later);
  }

  CheckIn last() {
    return all.get(all.size() - 1);
  }
}
