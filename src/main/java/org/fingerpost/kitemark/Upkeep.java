package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.kitemark.UpkeepMail.Said;
import org.fingerpost.kitemark.UpkeepRows.Due;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what {@link UpkeepPlanning} found to be due for a mark: each step once, in the transaction of the process that asks for it. */
@Component
public class Upkeep {

  private final Awards awards;
  private final AwardRows marks;
  private final UpkeepRows rows;
  private final UpkeepMail mail;
  private final SuspendingMarks suspending;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  Upkeep(
      Awards awards,
      AwardRows marks,
      UpkeepRows rows,
      UpkeepMail mail,
      SuspendingMarks suspending,
      WorkingDays workingDays,
      AuditTrail audit,
      Clock clock) {
    this.awards = awards;
    this.marks = marks;
    this.rows = rows;
    this.mail = mail;
    this.suspending = suspending;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /** Tells the organisation of a date. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notice(String reference) {
    var award = of(reference);
    var due = rows.due(award.awardId());
    switch (due.kind()) {
      case YEARLY_CHECK -> mail.toHolder(award, Purpose.MARK_CHECK_ASKED, once(due), Said.of(null, due.on()));
      case CONDITION -> {
        var condition = marks.condition(UUID.fromString(due.about()));
        awards.conditionReminded(condition.conditionId());
        mail.toHolder(
            award, Purpose.MARK_CONDITION_DUE, once(due), Said.of("kitemark.condition." + condition.code(), due.on()));
      }
      case VALIDITY, RENEWAL -> mail.toHolder(award, Purpose.MARK_ENDS, once(due), Said.of(null, due.on()));
      default ->
          mail.toHolder(
              award, Purpose.MARK_PAPER_DUE, once(due), Said.of("kitemark.upkeep.kind." + due.kind().name(), due.on()));
    }
    done(award, due, UpkeepStep.NOTICE, "kitemark.notice-sent");
  }

  /** Invites the organisation to renew its mark. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void inviteRenewal(String reference) {
    var award = of(reference);
    var due = rows.due(award.awardId());
    mail.toHolder(award, Purpose.MARK_RENEWAL_INVITED, once(due), Said.of(null, due.on()));
    done(award, due, UpkeepStep.INVITE_RENEWAL, "kitemark.renewal-invited");
  }

  /**
   * A paper has run out: it is to be shown by a day. A full mark is conditional until then; one that is less already stays what it is,
   * so that nobody comes closer to more people by letting a paper run out.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void makeConditional(String reference) {
    var award = of(reference);
    var due = rows.due(award.awardId());
    var by = workingDays.plus(award.schemeId(), LocalDate.now(clock), due.grace());
    awards.condition(award.awardId(), due.kind().runOut(), by);
    if (award.level() == KiteMarkLevel.FULL) {
      awards.level(award.awardId(), KiteMarkLevel.CONDITIONAL, award.mode(), award.mostOpen(), due.kind().runOut());
    }
    mail.toHolder(
        award,
        Purpose.MARK_PAPER_RUN_OUT,
        once(due),
        new Said("kitemark.upkeep.kind." + due.kind().name(), due.on(), by, null, null));
    done(award, due, UpkeepStep.MAKE_CONDITIONAL, "kitemark.paper-run-out");
  }

  /** A paper is missing beyond the time that was given: asks for the mark to be suspended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void suspend(String reference) {
    var award = of(reference);
    var due = rows.due(award.awardId());
    done(award, due, UpkeepStep.SUSPEND, "kitemark.suspension-asked");
    if (award.status() == AwardStatus.CURRENT) {
      suspending.suspend(award.awardId(), due.kind().runOut(), SuspendingMarks.FINGERPOST);
    }
  }

  /** The last day of the mark is over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void expire(String reference) {
    var award = of(reference);
    var due = rows.due(award.awardId());
    mail.toHolder(award, Purpose.MARK_EXPIRED, once(due), Said.of(null, due.on()));
    done(award, due, UpkeepStep.EXPIRE, "kitemark.expired");
    awards.status(award.awardId(), AwardStatus.EXPIRED, "VALIDITY_OVER");
  }

  /** Nobody has settled a question about the mark in time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remindAssessors(String reference) {
    var award = of(reference);
    mail.toAssessors(award, LocalDate.now(clock).toString());
    audit.record(
        new AuditEvent("kitemark.assessors-reminded", Awards.SUBJECT, reference, award.schemeId(), Map.of()));
  }

  private Award of(String reference) {
    return awards.ofApplication(reference).orElseThrow(() -> new IllegalStateException("No mark of " + reference));
  }

  private void done(Award award, Due due, UpkeepStep step, String act) {
    rows.done(award.awardId(), due, step);
    var details = new LinkedHashMap<String, String>();
    details.put("upkeepKind", due.kind().name());
    details.put("dueOn", due.on().toString());
    audit.record(new AuditEvent(act, Awards.SUBJECT, award.reference(), award.schemeId(), details));
  }

  private static String once(Due due) {
    return due.kind() + ":" + due.about() + ":" + due.on() + ":" + due.ruleId();
  }
}
