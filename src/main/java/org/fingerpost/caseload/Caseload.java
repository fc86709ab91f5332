package org.fingerpost.caseload;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks after which referral. Room is capacity minus open referrals. It is counted without a lock, so that two referrals in the
 * same instant may bring a link worker one above capacity: that is a number to talk about, not a limit to keep people waiting for.
 */
@Component
public class Caseload {

  /** All active link workers of a scheme; those whose patch covers the area first, then by room, then by user id. */
  private static final String BY_PATCH_THEN_ROOM =
      """
      select w.user_id, w.capacity, w.patches && cast(:areas as text[]) as in_patch, busy.open
      from link_worker w
      join staff_account a on a.user_id = w.user_id and a.active
      cross join lateral (
        select count(*) as open from referral r where r.link_worker = w.user_id and r.closed_state is null
      ) busy
      where w.scheme_id = :scheme
      order by in_patch desc, w.capacity - busy.open desc, busy.open, w.user_id
      """;

  private final JdbcClient db;
  private final Referrals referrals;
  private final Schemes schemes;
  private final AuditTrail audit;

  Caseload(JdbcClient db, Referrals referrals, Schemes schemes, AuditTrail audit) {
    this.db = db;
    this.referrals = referrals;
    this.schemes = schemes;
    this.audit = audit;
  }

  /**
   * Gives a referral to a link worker who has room: of the person's patch if there is one, otherwise of the scheme. A referral that
   * has a link worker keeps them.
   *
   * @return the link worker's user id, or empty if nobody has room
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> assign(String referralId) {
    var referral = referrals.get(referralId);
    if (referral.linkWorker() != null) {
      return Optional.of(referral.linkWorker());
    }
    var found = linkWorkersFor(referral).stream().filter(LinkWorkerLoad::hasRoom).findFirst();
    found.ifPresent(worker -> give(referral, worker.userId(), worker.inPatch() ? "PATCH" : "CAPACITY"));
    return found.map(LinkWorkerLoad::userId);
  }

  /**
   * Gives a referral to the link worker whom a team lead chose, room or no room.
   *
   * @throws InvalidInput if this is no active link worker of the referral's scheme
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assignTo(String referralId, String userId) {
    var referral = referrals.get(referralId);
    if (linkWorkersFor(referral).stream().noneMatch(worker -> worker.userId().equals(userId))) {
      throw new InvalidInput("linkWorker", "caseload.form.linkWorker.required");
    }
    give(referral, userId, "TEAM_LEAD");
  }

  /** The scheme's active link workers, in the order in which they should be considered for a referral. */
  @Transactional(readOnly = true)
  public List<LinkWorkerLoad> linkWorkers(String referralId) {
    return linkWorkersFor(referrals.get(referralId));
  }

  private List<LinkWorkerLoad> linkWorkersFor(ReferralSummary referral) {
    var areas = withLargerAreas(schemes.get(referral.schemeId()), referral.areaCode());
    return db.sql(BY_PATCH_THEN_ROOM)
        .param("areas", "{" + String.join(",", areas) + "}")
        .param("scheme", referral.schemeId())
        .query(
            (row, number) ->
                new LinkWorkerLoad(
                    row.getString("user_id"),
                    row.getInt("capacity"),
                    row.getInt("open"),
                    row.getBoolean("in_patch")))
        .list();
  }

  /** The area and those it belongs to: a patch may be a whole county. */
  private static Set<String> withLargerAreas(Scheme scheme, String areaCode) {
    var codes = new LinkedHashSet<String>();
    for (String code = areaCode; code != null && codes.add(code); ) {
      code = scheme.area(code).map(area -> area.parent()).orElse(null);
    }
    return codes;
  }

  private void give(ReferralSummary referral, String userId, String how) {
    referrals.assigned(referral.referralId(), userId);
    audit.record(
        AuditEvent.ofReferral(
            "linkworker.assigned",
            referral.referralId(),
            referral.schemeId(),
            Map.of("linkWorker", userId, "how", how)));
  }
}
