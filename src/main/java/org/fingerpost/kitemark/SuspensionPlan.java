package org.fingerpost.kitemark;

import static org.fingerpost.kitemark.journey.SuspendMark.DECISION_SUSPENSION_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** Whether a suspension needs a second assessor, and how long its steps may take, as the scheme's table {@code suspension-plan} says. */
@Component
class SuspensionPlan {

  private final Decisions decisions;
  private final KeptAnswers kept;
  private final WorkingDays workingDays;
  private final Clock clock;

  SuspensionPlan(Decisions decisions, KeptAnswers kept, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.kept = kept;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Plans a suspension, and keeps the answer for whoever asks why. */
  Planned of(Suspension suspension, String reference) {
    var answer = ask(suspension);
    kept.keep(Awards.SUBJECT, reference, suspension.schemeId(), answer, facts(suspension));
    return new Planned(
        Boolean.TRUE.equals(answer.outputs().get("toConfirm")),
        in(suspension, answer.number("confirmWorkingDays")),
        answer);
  }

  /** By when a second assessor looks at what is put before them today. */
  Instant confirmBy(Suspension suspension) {
    return in(suspension, ask(suspension).number("confirmWorkingDays"));
  }

  /** By when a suspension that takes effect today is settled. */
  Instant settleBy(Suspension suspension) {
    return in(suspension, ask(suspension).number("settleWorkingDays"));
  }

  /** When something that was brought up today is brought up again. */
  Instant again(Suspension suspension) {
    return in(suspension, ask(suspension).number("repeatWorkingDays"));
  }

  private Decisions.Answer ask(Suspension suspension) {
    return decisions.ask(DECISION_SUSPENSION_PLAN, suspension.schemeId(), facts(suspension));
  }

  private static Map<String, Object> facts(Suspension suspension) {
    return Map.of(
        "raisedBy", suspension.byPerson() ? "PERSON" : "DATE", "reasonCode", suspension.reason().name());
  }

  private Instant in(Suspension suspension, int days) {
    return workingDays.at(
        suspension.schemeId(), workingDays.plus(suspension.schemeId(), LocalDate.now(clock), days));
  }

  /**
   * @param toConfirm whether a second assessor must confirm it
   * @param confirmBy by when, if so
   */
  record Planned(boolean toConfirm, Instant confirmBy, Decisions.Answer answer) {}
}
