package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.DECISION_SUPPORT_LIMIT;

import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.SupportSoFar;
import org.springframework.stereotype.Component;

/** How much support is planned for before a team lead is asked, as the scheme's table {@code support-limit} says. */
@Component
class SupportLimit {

  private final Decisions decisions;

  SupportLimit(Decisions decisions) {
    this.decisions = decisions;
  }

  Limit of(String schemeId, boolean extended) {
    var answer = decisions.ask(DECISION_SUPPORT_LIMIT, schemeId, Map.of("extended", extended));
    return new Limit(
        answer.number("warnAtContacts"),
        answer.number("mostContacts"),
        answer.number("mostWeeks"),
        answer.number("decideWorkingDays"),
        answer);
  }

  /**
   * @param warnAtContacts from this contact on the link worker is reminded
   * @param mostContacts at this contact a team lead is asked
   * @param mostWeeks after these weeks a team lead is asked
   * @param decideWorkingDays within which the team lead decides
   * @param answer the table's answer behind it
   */
  record Limit(int warnAtContacts, int mostContacts, int mostWeeks, int decideWorkingDays, Decisions.Answer answer) {

    boolean reached(SupportSoFar support, LocalDate today) {
      return support.contacts() >= mostContacts || outOfWeeks(support, today);
    }

    boolean outOfWeeks(SupportSoFar support, LocalDate today) {
      return support.since() != null && !today.isBefore(support.since().plusWeeks(mostWeeks));
    }

    boolean near(SupportSoFar support) {
      return support.contacts() >= warnAtContacts;
    }
  }
}
