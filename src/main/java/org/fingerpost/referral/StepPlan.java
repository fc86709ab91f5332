package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.TaskPlan;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * When the steps of a referral are due, as the scheme's table {@code task-plan} says, in its working days. Whether the referral is
 * urgent is looked up only where the table answers the urgent and the others differently: at those steps somebody has just worked
 * on the referral, so it is in memory.
 */
@Component
class StepPlan implements TaskPlan {

  private final Decisions decisions;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final Referrals referrals;
  private final Clock clock;

  StepPlan(Decisions decisions, Schemes schemes, WorkingDays workingDays, Referrals referrals, Clock clock) {
    this.decisions = decisions;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.referrals = referrals;
    this.clock = clock;
  }

  @Override
  public Optional<Planned> plan(String formId, String schemeId, String subjectId) {
    if (schemes.find(schemeId).isEmpty()) {
      return Optional.empty();
    }
    var answer = ask(formId, schemeId, false);
    var ifUrgent = ask(formId, schemeId, true);
    if (!answer.outputs().equals(ifUrgent.outputs()) && isUrgent(subjectId)) {
      answer = ifUrgent;
    }
    var day = workingDays.plus(schemeId, LocalDate.now(clock), answer.number("workingDays"));
    return Optional.of(new Planned(workingDays.at(schemeId, day), answer.number("priority")));
  }

  private boolean isUrgent(String subjectId) {
    return subjectId != null && referrals.find(subjectId).map(ReferralSummary::urgent).orElse(false);
  }

  private Decisions.Answer ask(String formId, String schemeId, boolean urgent) {
    return decisions.ask(DECISION, schemeId, Map.of("step", step(formId), "urgent", urgent));
  }

  /** {@code hold-conversation} as {@code HOLD_CONVERSATION}: codes in tables are written like that. */
  private static String step(String formId) {
    return formId.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
