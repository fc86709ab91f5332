package org.fingerpost.eligibility.process;

import static org.fingerpost.referral.journey.SettleRoute.RECEIVING_SCHEME;
import static org.fingerpost.referral.journey.SettleRoute.ROUTE;
import static org.fingerpost.referral.journey.SettleRoute.SETTLE_DUE_AT;
import static org.fingerpost.referral.journey.SettleRoute.SETTLING_PRIORITY;
import static org.fingerpost.referral.journey.SettleRoute.TAKEN_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.fingerpost.eligibility.Route;
import org.fingerpost.eligibility.SettledRoute;
import org.fingerpost.eligibility.SettlingPlan.Planned;
import org.fingerpost.platform.engine.Facts;

/** What the process is told when a step of settling a route is done or planned. */
final class SettlingFacts {

  private SettlingFacts() {}

  static void set(DelegateExecution execution, Planned planned) {
    SETTLE_DUE_AT.set(execution, planned.dueAt());
    SETTLING_PRIORITY.set(execution, planned.priority());
  }

  static Facts of(Route route) {
    return Facts.of(ROUTE, route.name()).and(TAKEN_ON, route.takenOn());
  }

  static Facts of(SettledRoute settled) {
    var facts = of(settled.route());
    return settled.receivingScheme() == null ? facts : facts.and(RECEIVING_SCHEME, settled.receivingScheme());
  }

  static Facts and(Facts facts, Planned planned) {
    return facts.and(SETTLE_DUE_AT, planned.dueAt()).and(SETTLING_PRIORITY, planned.priority());
  }
}
