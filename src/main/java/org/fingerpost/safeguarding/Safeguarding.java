package org.fingerpost.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Concerns about somebody's safety. What a concern says, and that there is one, is for the team leads of the scheme and whoever raised
 * it; every look is put on record under the concern's own id. On the referral's record stands only that there is a restricted entry.
 *
 * <p>Source: NHS England's workforce framework and PRSB, domain research section 4.6.
 */
@Component
public class Safeguarding {

  private static final String SUBJECT = "safeguarding-concern";
  private static final int MOST_LISTED = 200;

  private final ConcernRows concerns;
  private final ConcernProcess process;
  private final SafeguardingPlan plan;
  private final Referrals referrals;
  private final Staff staff;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  Safeguarding(
      ConcernRows concerns,
      ConcernProcess process,
      SafeguardingPlan plan,
      Referrals referrals,
      Staff staff,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.concerns = concerns;
    this.process = process;
    this.plan = plan;
    this.referrals = referrals;
    this.staff = staff;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Raises a concern, whatever state the referral is in, and puts it before the team leads.
   *
   * @param userId a member of staff of the referral's scheme
   * @return id of the concern
   * @throws InvalidInput if what was seen or who is at risk is missing
   */
  @Transactional
  public UUID raise(String referralId, RaisedConcern raised, String userId) {
    if (raised.seenOrSaid() == null) {
      throw new InvalidInput("seenOrSaid", "safeguarding.form.seenOrSaid.required");
    }
    if (raised.whoAtRisk() == null) {
      throw new InvalidInput("whoAtRisk", "safeguarding.form.whoAtRisk.required");
    }
    var referral = referrals.get(referralId);
    var concern = new Concern(referralId, referral.schemeId(), userId, raised, clock.instant());
    concerns.add(concern);
    record("safeguarding.raised", concern, Map.of("immediateDanger", Boolean.toString(raised.immediateDanger())));
    audit.record(AuditEvent.ofReferral("restricted.recorded", referralId, referral.schemeId(), Map.of()));
    concern.started(process.start(concern.id(), referralId, referral.schemeId(), userId));
    return concern.id();
  }

  /**
   * Plans when a concern is decided and lets every team lead of the scheme know that it waits.
   *
   * @return by when
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant plan(UUID concernId) {
    var concern = concerns.get(concernId);
    var planned = plan.of(concern.schemeId(), concern.immediateDanger(), concern.raisedAt());
    concern.dueAt(planned.due());
    leads(concern).forEach(lead -> outbox.send(message(Purpose.SAFEGUARDING_RAISED, concern, lead, 0)));
    record(
        "safeguarding.planned",
        concern,
        Map.of(
            "dueAt", planned.due().toString(),
            "table", planned.answer().definitionId(),
            "ruleId", String.join(", ", planned.answer().ruleIds())));
    return planned.due();
  }

  /**
   * Brings up a concern that nobody has decided in time, with every team lead of the scheme and every administrator.
   *
   * @return when to bring it up again if it is still undecided then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant escalate(UUID concernId) {
    var concern = concerns.get(concernId);
    int reminder = concern.remind();
    Stream.concat(leads(concern), staff.inRole(Staff.ADMINISTRATORS).stream())
        .forEach(member -> outbox.send(message(Purpose.SAFEGUARDING_OVERDUE, concern, member, reminder)));
    record("safeguarding.escalated", concern, Map.of("reminder", Integer.toString(reminder)));
    return clock.instant().plus(plan.of(concern.schemeId(), concern.immediateDanger(), concern.raisedAt()).repeat());
  }

  private Stream<Staff.Member> leads(Concern concern) {
    return staff.inRole(Staff.TEAM_LEADS).stream().filter(lead -> concern.schemeId().equals(lead.schemeId()));
  }

  /** Accounts have no e-mail address: the message stays on screen. It belongs to no referral, so that no referral's story tells it. */
  private Message message(Purpose purpose, Concern concern, Staff.Member to, int reminder) {
    var language = to.language();
    boolean mayRead = to.holds(Staff.TEAM_LEADS);
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(concern.schemeId()).name().in(language));
    params.put("dueBy", written(concern.dueAt().atZone(clock.getZone()), language));
    params.put("concernLink", links.staffPage(mayRead ? "/safeguarding/" + concern.id() : "/safeguarding/overdue"));
    if (reminder > 0) {
      params.put("reminder", Integer.toString(reminder));
    }
    return new Message(
        concern.schemeId(),
        null,
        purpose,
        purpose.code() + ":" + concern.id() + ":" + to.userId() + ":" + reminder,
        null,
        language,
        params);
  }

  private static String written(ZonedDateTime at, Language language) {
    return DateTimeFormatter.ofPattern("HH:mm, d MMMM uuuu", language.locale()).format(at);
  }

  /**
   * Keeps what a team lead decided.
   *
   * @return by when whoever raised the concern has read it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant decide(UUID concernId, ConcernDecision decision, String reason, String userId) {
    var concern = concerns.get(concernId);
    concern.decide(decision, reason, userId, clock.instant());
    record("safeguarding.decided", concern, Map.of("decision", decision.name()));
    return plan.feedbackDue(concern.schemeId(), concern.immediateDanger(), concern.raisedAt());
  }

  /** Keeps that whoever raised the concern has read what was decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void read(UUID concernId) {
    var concern = concerns.get(concernId);
    concern.read(clock.instant());
    record("safeguarding.decision-read", concern, Map.of());
  }

  /** Keeps that a team lead has told whoever raised the concern in person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(UUID concernId, String userId) {
    var concern = concerns.get(concernId);
    concern.told(userId);
    record("safeguarding.worker-told", concern, Map.of());
  }

  /**
   * Shows a concern to a team lead of its scheme or to whoever raised it, and puts the look on record.
   *
   * @return empty for everybody else, as if there were none
   */
  @Transactional
  public Optional<ConcernSeen> look(UUID concernId, String userId) {
    var concern = concerns.find(concernId).filter(known -> maySee(known, userId));
    concern.ifPresent(seen -> record("safeguarding.seen", seen, Map.of()));
    return concern.map(Concern::seen);
  }

  private boolean maySee(Concern concern, String userId) {
    return concern.raisedBy().equals(userId)
        || staff
            .find(userId)
            .filter(member -> member.holds(Staff.TEAM_LEADS) && concern.schemeId().equals(member.schemeId()))
            .isPresent();
  }

  /** The concern behind a task that is being looked at by somebody who may; the look is on record. */
  @Transactional
  public ConcernSeen lookAtTask(UUID concernId, String userId) {
    return look(concernId, userId)
        .orElseThrow(() -> new IllegalStateException("Concern " + concernId + " is not for whoever holds its task"));
  }

  /**
   * The concerns that a member of staff may see, undecided ones first: a team lead those of the scheme, others those they raised.
   */
  @Transactional(readOnly = true)
  public List<ConcernSeen> list(String userId) {
    var member = staff.find(userId).orElseThrow();
    return concerns.inScheme(member.schemeId(), MOST_LISTED).stream()
        .filter(concern -> member.holds(Staff.TEAM_LEADS) || concern.raisedBy().equals(userId))
        .map(Concern::seen)
        .toList();
  }

  /** What administrators see: that concerns wait longer than they should, and nothing of them. */
  @Transactional(readOnly = true)
  public List<OverdueConcern> overdue() {
    return concerns.overdue(clock.instant()).stream().map(Concern::overdue).toList();
  }

  private void record(String act, Concern concern, Map<String, String> details) {
    audit.record(new AuditEvent(act, SUBJECT, concern.id().toString(), concern.schemeId(), details));
  }
}
