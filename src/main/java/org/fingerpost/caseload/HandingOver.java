package org.fingerpost.caseload;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes referrals from one link worker to another for good: the record, the tasks, and the tasks to come, in one transaction. */
@Component
public class HandingOver {

  /** Why a referral changes hands. */
  public enum Reason {
    LEAVING,
    LONG_ABSENCE,
    PERSON_ASKED,
    LANGUAGE,
    CASELOAD,
    CONFLICT_OF_INTEREST,
    OTHER
  }

  /** Leaves the choice to the rules that every referral is given by. */
  public static final String BY_THE_RULES = "BY_THE_RULES";

  private final Caseload caseload;
  private final Referrals referrals;
  private final Absences absences;
  private final WorkInHand work;
  private final EntityManager entities;
  private final JdbcClient db;
  private final ApplicationEventPublisher events;

  HandingOver(
      Caseload caseload,
      Referrals referrals,
      Absences absences,
      WorkInHand work,
      EntityManager entities,
      JdbcClient db,
      ApplicationEventPublisher events) {
    this.caseload = caseload;
    this.referrals = referrals;
    this.absences = absences;
    this.work = work;
    this.entities = entities;
    this.db = db;
    this.events = events;
  }

  /**
   * Hands over the open work of a link worker.
   *
   * @param to who gets what: user id or {@link #BY_THE_RULES} by reference
   * @param forTheRest the same for every open referral not named in {@code to}
   * @return references of those that nobody has room for; they stay where they are
   */
  @Transactional
  public List<String> handOver(
      String schemeId, String fromUser, Map<String, String> to, String forTheRest, Reason reason) {
    var left = new ArrayList<String>();
    for (String referralId : openOf(schemeId, fromUser)) {
      String target = to.getOrDefault(referralId, forTheRest);
      var given =
          pass(referrals.get(referralId), target, AssignedBecause.HANDED_OVER, reason);
      if (given.isEmpty()) {
        left.add(referralId);
      }
    }
    events.publishEvent(new CapacityAppeared(schemeId));
    return left;
  }

  /**
   * Gives one open referral to another link worker.
   *
   * @param toUser user id
   * @throws InvalidInput if it has ended or has no link worker, or they are no active link worker of its scheme or have it already
   */
  @Transactional
  public void reassign(String referralId, String toUser, Reason reason) {
    var referral = referrals.get(referralId);
    if (!referral.open() || referral.linkWorker() == null) {
      throw new InvalidInput("linkWorker", "caseload.reassign.notNow");
    }
    if (referral.linkWorker().equals(toUser)) {
      throw new InvalidInput("linkWorker", "caseload.reassign.same");
    }
    pass(referral, toUser, AssignedBecause.TEAM_LEAD, reason);
    events.publishEvent(new CapacityAppeared(referral.schemeId()));
  }

  /** References of a link worker's open referrals, oldest first. */
  @Transactional(readOnly = true)
  public List<String> openOf(String schemeId, String userId) {
    return db.sql(
            """
            select referral_id from referral where link_worker = ? and scheme_id = ? and closed_state is null
            order by received_at, referral_id
            """)
        .params(userId, schemeId)
        .query(String.class)
        .list();
  }

  private Optional<String> pass(ReferralSummary referral, String target, AssignedBecause because, Reason reason) {
    if (target.equals(referral.linkWorker())) {
      throw new InvalidInput("linkWorker", "caseload.reassign.same");
    }
    var given =
        caseload.passOn(referral, BY_THE_RULES.equals(target) ? null : target, because, reason.name());
    given.ifPresent(
        userId -> {
          // The next one's caseloads are counted in the database.
          entities.flush();
          String cover = absences.coverEnds(referral.referralId());
          work.move(referral.referralId(), cover == null ? referral.linkWorker() : cover, userId);
        });
    return given;
  }
}
