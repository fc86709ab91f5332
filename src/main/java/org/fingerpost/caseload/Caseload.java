package org.fingerpost.caseload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks after which referral. A caseload is weighed, not counted: the weights are rows of {@code caseload_weight}. From three
 * quarters of the capacity on others come first; at the capacity nothing more is given to anybody by itself (30 and 40, domain
 * research 4.2).
 *
 * <p>Wishes for a woman or a man are kept, and nobody who is away or leaving is given anybody new; a team lead may decide otherwise
 * with the person.
 */
@Component
public class Caseload {

  private final Candidates candidates;
  private final Referrals referrals;
  private final WaitingList waiting;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  Caseload(
      Candidates candidates,
      Referrals referrals,
      WaitingList waiting,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.candidates = candidates;
    this.referrals = referrals;
    this.waiting = waiting;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Gives a referral to the link worker who suits best among those with room. A referral that has a link worker keeps them, and
   * somebody who could have a place already stands in line for is left to them.
   *
   * @return the link worker's user id, or empty if nobody has room
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> assign(String referralId) {
    var referral = referrals.get(referralId);
    if (referral.linkWorker() != null) {
      return Optional.of(referral.linkWorker());
    }
    var able = candidates.of(referral, true).stream().filter(LinkWorkerLoad::mayBeGiven).toList();
    var free = able.stream().filter(worker -> !worker.spokenFor()).findFirst();
    if (free.isEmpty() && !able.isEmpty()) {
      events.publishEvent(new CapacityAppeared(referral.schemeId()));
    }
    free.ifPresent(worker -> give(referral, worker, AssignedBecause.of(worker, referral.workerAsked() != null)));
    return free.map(LinkWorkerLoad::userId);
  }

  /** The same for a referral whose turn it is on the waiting list, which it then leaves. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<String> assignInTurn(String referralId) {
    var referral = referrals.get(referralId);
    if (!referral.open() || referral.linkWorker() != null) {
      return Optional.empty();
    }
    var free = candidates.of(referral, true).stream().filter(LinkWorkerLoad::mayBeGiven).findFirst();
    free.ifPresent(
        worker -> {
          give(referral, worker, AssignedBecause.of(worker, referral.workerAsked() != null));
          waiting.left(referralId, WaitingList.Left.PLACE_FOUND);
        });
    return free.map(LinkWorkerLoad::userId);
  }

  /**
   * Gives a referral on the waiting list to the link worker whom a team lead chose, room or no room.
   *
   * @throws InvalidInput if this is no active link worker of the referral's scheme
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assignTo(String referralId, String userId) {
    var referral = referrals.get(referralId);
    give(referral, chosen(referral, userId), List.of(AssignedBecause.TEAM_LEAD));
    waiting.left(referralId, WaitingList.Left.CHOSEN);
  }

  /**
   * Gives an open referral from one link worker to another.
   *
   * @param toUser who has it from now on, or {@code null} for whoever suits best among those with room
   * @param because {@link AssignedBecause#TEAM_LEAD} or {@link AssignedBecause#HANDED_OVER}
   * @param reason code of why it changes hands
   * @return the new link worker's user id, or empty if nobody has room
   * @throws InvalidInput if {@code toUser} is no active link worker of the referral's scheme
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<String> passOn(ReferralSummary referral, String toUser, AssignedBecause because, String reason) {
    var to =
        toUser != null
            ? Optional.of(chosen(referral, toUser))
            : candidates.of(referral, true).stream()
                .filter(LinkWorkerLoad::mayBeGiven)
                .filter(worker -> !worker.userId().equals(referral.linkWorker()))
                .findFirst();
    to.ifPresent(
        worker -> {
          var reasons =
              toUser != null
                  ? List.of(because)
                  : Stream.concat(
                          Stream.of(because),
                          AssignedBecause.of(worker, referral.workerAsked() != null).stream())
                      .toList();
          referrals.assigned(referral.referralId(), worker.userId(), names(reasons));
          var details = new LinkedHashMap<String, String>();
          details.put("from", referral.linkWorker());
          details.put("linkWorker", worker.userId());
          details.put("because", String.join(",", names(reasons)));
          details.put("changeReason", reason);
          audit.record(
              AuditEvent.ofReferral("linkworker.changed", referral.referralId(), referral.schemeId(), details));
        });
    return to.map(LinkWorkerLoad::userId);
  }

  /** The scheme's active link workers, in the order in which they should be considered for a referral. */
  @Transactional(readOnly = true)
  public List<LinkWorkerLoad> linkWorkers(String referralId) {
    return candidates.of(referrals.get(referralId), false);
  }

  private LinkWorkerLoad chosen(ReferralSummary referral, String userId) {
    return candidates.of(referral, true).stream()
        .filter(worker -> worker.userId().equals(userId))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("linkWorker", "caseload.form.linkWorker.required"));
  }

  private void give(ReferralSummary referral, LinkWorkerLoad worker, List<AssignedBecause> because) {
    referrals.assigned(referral.referralId(), worker.userId(), names(because));
    var details = new LinkedHashMap<String, String>();
    details.put("linkWorker", worker.userId());
    details.put("how", because.get(0).name());
    details.put("because", String.join(",", names(because)));
    details.put("caseload", plain(worker.weighted()) + "/" + worker.capacity());
    audit.record(
        AuditEvent.ofReferral("linkworker.assigned", referral.referralId(), referral.schemeId(), details));
  }

  /** As people read it: tenths are fine enough to compare caseloads. */
  static String shown(BigDecimal weight) {
    return plain(weight.setScale(1, RoundingMode.HALF_UP));
  }

  private static String plain(BigDecimal weight) {
    return weight.stripTrailingZeros().toPlainString();
  }

  private static List<String> names(List<AssignedBecause> because) {
    return because.stream().map(AssignedBecause::name).collect(Collectors.toList());
  }
}
