package org.fingerpost.outcome;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins later reviews when they are due. Nothing waits in the engine meanwhile: the row of the outcome says when to look again. Each
 * review is begun in a transaction of its own, by one node at a time.
 */
@Component
class BeginningLaterReviews implements DailyWork {

  private static final Logger LOG = LoggerFactory.getLogger(BeginningLaterReviews.class);

  /** So that one round ends, however much there is; the next goes on. */
  private static final int MOST_PER_ROUND = 500;

  private final JdbcClient db;
  private final LaterReviewPlan plan;
  private final LaterReviewProcess process;
  private final Referrals referrals;
  private final Consents consents;
  private final AuditTrail audit;
  private final TransactionTemplate each;
  private final Clock clock;

  BeginningLaterReviews(
      JdbcClient db,
      LaterReviewPlan plan,
      LaterReviewProcess process,
      Referrals referrals,
      Consents consents,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.plan = plan;
    this.process = process;
    this.referrals = referrals;
    this.consents = consents;
    this.audit = audit;
    this.each = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public int begin() {
    var due =
        db.sql(
                """
                select o.referral_id from outcome o
                where not o.reviews_over and (o.next_review_on is null or o.next_review_on <= :today)
                  and not exists (
                    select 1 from later_review l where l.referral_id = o.referral_id and l.result = 'OPEN')
                order by o.next_review_on nulls first, o.referral_id limit :most
                """)
            .param("today", Date.valueOf(plan.today()))
            .param("most", MOST_PER_ROUND)
            .query(String.class)
            .list();
    int begun = 0;
    for (String referralId : due) {
      try {
        if (Boolean.TRUE.equals(each.execute(status -> begin(referralId)))) {
          begun++;
        }
      } catch (RuntimeException e) {
        // The others must not wait for this one; it is tried again with the next round.
        LOG.error("The later review of {} could not begin: {}", referralId, e.getClass().getSimpleName());
      }
    }
    return begun;
  }

  private boolean begin(String referralId) {
    var row = locked(referralId);
    if (row.isEmpty()) {
      return false;
    }
    var referral = referrals.get(referralId);
    int review = row.get().done() + 1;
    var planned = plan.of(referral.schemeId(), review);
    if (!planned.planned() || referral.closedState() == ClosedState.DIED) {
      update(referralId, row.get().done(), null, true);
      return false;
    }
    var dueOn = plan.monthsAfter(referral.schemeId(), row.get().endedOn(), planned.months());
    if (dueOn.isAfter(plan.today())) {
      update(referralId, row.get().done(), dueOn, false);
      return false;
    }
    update(referralId, review, null, false);
    if (!consents.granted(referralId, Consent.Purpose.EVALUATION, null)) {
      record("review.not-asked", referral, review, dueOn, planned);
      return false;
    }
    db.sql("insert into later_review (referral_id, number, due_on, result) values (?, ?, ?, 'OPEN')")
        .params(referralId, review, Date.valueOf(dueOn))
        .update();
    var heldBy = plan.in(referral.schemeId(), planned.workingDays());
    process.begin(
        referralId, referral.schemeId(), referral.linkWorker(), plan.at(referral.schemeId(), heldBy));
    record("review.begun", referral, review, heldBy, planned);
    return true;
  }

  private void record(
      String act, ReferralSummary referral, int review, LocalDate dueOn, LaterReviewPlan.Planned planned) {
    audit.record(
        AuditEvent.ofReferral(
            act,
            referral.referralId(),
            referral.schemeId(),
            Map.of(
                "review", Integer.toString(review),
                "dueOn", dueOn.toString(),
                "table", planned.answer().definitionId(),
                "ruleId", String.join(", ", planned.answer().ruleIds()))));
  }

  private Optional<Row> locked(String referralId) {
    return db.sql(
            """
            select reviews_done, recorded_at from outcome
            where referral_id = ? and not reviews_over for update skip locked
            """)
        .param(referralId)
        .query(
            (row, number) ->
                new Row(
                    row.getInt("reviews_done"),
                    LocalDate.ofInstant(row.getTimestamp("recorded_at").toInstant(), clock.getZone())))
        .optional();
  }

  private void update(String referralId, int done, LocalDate nextOn, boolean over) {
    db.sql("update outcome set reviews_done = ?, next_review_on = ?, reviews_over = ? where referral_id = ?")
        .params(done, nextOn == null ? null : Date.valueOf(nextOn), over, referralId)
        .update();
  }

  /**
   * @param done how many reviews have begun or were left out
   * @param endedOn the day the outcome was recorded
   */
  private record Row(int done, LocalDate endedOn) {}
}
