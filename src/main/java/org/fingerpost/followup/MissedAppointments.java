package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.ASK_LEAD;
import static org.fingerpost.referral.journey.FollowUpCycle.ASK_SUPERVISOR;
import static org.fingerpost.referral.journey.FollowUpCycle.DECISION_MISSED_APPOINTMENT;
import static org.fingerpost.referral.journey.FollowUpCycle.MISSED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** What is done about a missed appointment, as the scheme's table {@code missed-appointment} says, in its working days. */
@Component
class MissedAppointments {

  /**
   * Risks that make silence worrying: the person may be in danger, from themself, from others or from a fall, and nobody would know.
   * Source: [proposal], the codes of the PRSB heading Risks that name harm to the person.
   */
  private static final Set<String> WORRYING =
      Set.of("IMMEDIATE_RISK", "SELF_HARM_HISTORY", "MH_UNSTABLE", "DOMESTIC_ABUSE", "FALLS", "SAFEGUARDING_OPEN");

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  MissedAppointments(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  static boolean vulnerable(Collection<String> risks) {
    return risks.stream().anyMatch(WORRYING::contains);
  }

  /**
   * @param missed how many in a row, with this one; from 1
   * @param vulnerable whether a known risk, or the link worker, makes the silence worrying
   */
  Proposed propose(String schemeId, int missed, boolean vulnerable) {
    var answer =
        decisions.ask(DECISION_MISSED_APPOINTMENT, schemeId, Map.of("missed", missed, "vulnerable", vulnerable));
    LocalDate day = workingDays.plus(schemeId, LocalDate.now(clock), answer.number("workingDays"));
    return new Proposed(answer.code("step"), day, workingDays.at(schemeId, day), answer);
  }

  /**
   * @param step {@code REBOOK}, {@code CALL}, {@code ASK_LEAD} or {@code ASK_SUPERVISOR}
   * @param day by when
   * @param at that day at nine
   * @param answer the table's answer behind it
   */
  record Proposed(String step, LocalDate day, Instant at, Decisions.Answer answer) {

    boolean aPersonDecides() {
      return step.equals(ASK_LEAD) || step.equals(ASK_SUPERVISOR);
    }

    NextStep nextStep() {
      return aPersonDecides() ? new NextStep(step, null, at) : again();
    }

    /** One more appointment, whatever the table says of asking. */
    NextStep again() {
      return new NextStep(MISSED, at, null);
    }
  }
}
