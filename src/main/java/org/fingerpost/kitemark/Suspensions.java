package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspending kite marks, and settling what was suspended. Nobody takes a mark from a group alone: what a person raises is confirmed by
 * another one, and so is the end of a mark. What a date raises takes effect at once. What becomes of introductions meanwhile is not
 * known here: {@code suspend-mark} shows it.
 *
 * <p>Source: domain research section 5.2 (automatic events; two-person rule for SUSPENDED).
 */
@Component
public class Suspensions implements SuspendingMarks {

  private static final Set<KiteMarkLevel> INTRODUCES =
      Set.of(KiteMarkLevel.FULL, KiteMarkLevel.CONDITIONAL, KiteMarkLevel.SMALL_GROUP);

  private final SuspensionRows rows;
  private final SuspensionPlan plan;
  private final SuspensionProcess process;
  private final Awards awards;
  private final MarkContacts contacts;
  private final Staff staff;
  private final Schemes schemes;
  private final Words words;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  Suspensions(
      SuspensionRows rows,
      SuspensionPlan plan,
      SuspensionProcess process,
      Awards awards,
      MarkContacts contacts,
      Staff staff,
      Schemes schemes,
      Words words,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.plan = plan;
    this.process = process;
    this.awards = awards;
    this.contacts = contacts;
    this.staff = staff;
    this.schemes = schemes;
    this.words = words;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void suspend(UUID awardId, String reasonCode, String byWhom) {
    if (rows.openOf(awardId).isEmpty()) {
      begin(awards.get(awardId), SuspensionReason.of(reasonCode), null, byWhom);
    }
  }

  /**
   * Raises a suspension in the name of an assessor.
   *
   * @param text what was complained of or found; must be there
   * @throws InvalidInput if the text is missing, or if there is nothing to suspend
   */
  @Transactional
  public void raise(UUID awardId, SuspensionReason reason, String text, String userId) {
    var award = awards.get(awardId);
    if (text == null || text.isBlank()) {
      throw new InvalidInput("text", "kitemark.form.suspension-text.required");
    }
    if (award.status() != AwardStatus.CURRENT || rows.openOf(awardId).isPresent()) {
      throw new InvalidInput("reason", "kitemark.form.suspension.impossible");
    }
    begin(award, reason, text.strip(), userId);
  }

  private void begin(Award award, SuspensionReason reason, String text, String byWhom) {
    var suspensionId = UUID.randomUUID();
    rows.add(suspensionId, award, reason, text, byWhom, clock.instant());
    record("kitemark.suspension-raised", award, details("reason", reason.name()));
    rows.runsIn(
        suspensionId,
        process.start(suspensionId, award.reference(), award.schemeId(), award.organisationId(), reason));
  }

  /** A mark that has run out ripples as well, whoever let it run out. */
  @EventListener
  void ranOut(MarkChanged changed) {
    if (changed.status() == AwardStatus.EXPIRED) {
      suspend(changed.awardId(), SuspensionReason.EXPIRED.name(), FINGERPOST);
    }
  }

  /** A new mark that people can be introduced under puts an end to every suspension of an earlier one. */
  @EventListener
  void awarded(MarkAwarded mark) {
    if (INTRODUCES.contains(mark.level())) {
      for (var suspension : rows.openOf(mark.schemeId(), mark.organisationId())) {
        rows.over(suspension.suspensionId(), Suspension.NEW_MARK, clock.instant());
        record("kitemark.suspension-over", awards.get(suspension.awardId()), details("outcome", Suspension.NEW_MARK));
        process.newMark(suspension.processInstanceId());
      }
    }
  }

  /** Plans a suspension; where a second assessor must look, the assessors of the scheme are told. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Planned plan(UUID suspensionId) {
    var suspension = rows.get(suspensionId);
    var award = awards.get(suspension.awardId());
    var planned = plan.of(suspension, award.reference());
    if (planned.toConfirm()) {
      rows.confirmBy(suspensionId, planned.confirmBy());
      tellAssessors(Purpose.SUSPENSION_WAITS, suspension, award, 0, planned.confirmBy());
    }
    var details = details("toConfirm", Boolean.toString(planned.toConfirm()));
    details.put("table", planned.answer().definitionId());
    details.put("ruleId", String.join(", ", planned.answer().ruleIds()));
    record("kitemark.suspension-planned", award, details);
    return new Planned(planned.toConfirm(), planned.confirmBy());
  }

  /** Brings up a suspension that no second assessor has looked at in time; says when to do so again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant bringUpConfirming(UUID suspensionId) {
    var again = bringUp(suspensionId);
    rows.confirmBy(suspensionId, again);
    return again;
  }

  /** Brings up a suspension that nobody has settled in time; says when to do so again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant bringUpSettling(UUID suspensionId) {
    var again = bringUp(suspensionId);
    rows.settleBy(suspensionId, again);
    return again;
  }

  private Instant bringUp(UUID suspensionId) {
    var suspension = rows.get(suspensionId);
    var award = awards.get(suspension.awardId());
    int reminder = rows.remind(suspensionId);
    var again = plan.again(suspension);
    tellAssessors(Purpose.SUSPENSION_OVERDUE, suspension, award, reminder, again);
    record("kitemark.suspension-brought-up", award, details("reminder", Integer.toString(reminder)));
    return again;
  }

  /**
   * Keeps what the second assessor says to a suspension.
   *
   * @throws InvalidInput if it is whoever raised it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(UUID suspensionId, boolean confirmed, String note, String userId) {
    var suspension = rows.get(suspensionId);
    if (suspension.raisedBy().equals(userId)) {
      throw new InvalidInput("confirmed", "kitemark.form.second.same");
    }
    var award = awards.get(suspension.awardId());
    rows.confirmed(suspensionId, confirmed, note, userId, clock.instant());
    record(confirmed ? "kitemark.suspension-confirmed" : "kitemark.suspension-declined", award, new LinkedHashMap<>());
    if (!confirmed) {
      rows.over(suspensionId, Suspension.NOT_CONFIRMED, clock.instant());
    }
  }

  /**
   * Suspends the mark and tells the organisation; one that has run out stays as it is, and the organisation has heard of that.
   *
   * @return by when it is settled
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant takeEffect(UUID suspensionId) {
    var suspension = rows.get(suspensionId);
    var award = awards.get(suspension.awardId());
    var settleBy = plan.settleBy(suspension);
    rows.tookEffect(suspensionId, clock.instant());
    rows.settleBy(suspensionId, settleBy);
    if (award.status() == AwardStatus.CURRENT) {
      awards.status(award.awardId(), AwardStatus.SUSPENDED, suspension.reason().name());
      tellOrganisation(Purpose.MARK_SUSPENDED, suspension, award);
    }
    return settleBy;
  }

  /**
   * Keeps what an assessor settles: that the mark is back, or that it shall end, which another one confirms.
   *
   * @return by when the end is confirmed, if it shall end; otherwise {@code null}
   * @throws InvalidInput if a mark that has run out is to come back: that takes a renewal
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant settle(UUID suspensionId, boolean lift, String reason, String userId) {
    var suspension = rows.get(suspensionId);
    var award = awards.get(suspension.awardId());
    if (lift && award.validUntil().isBefore(LocalDate.now(clock))) {
      throw new InvalidInput("settlement", "kitemark.form.settlement.ran-out");
    }
    String settlement = lift ? Suspension.LIFTED : Suspension.ENDED;
    rows.settled(suspensionId, settlement, reason, userId, clock.instant());
    record("kitemark.suspension-settled", award, details("settlement", settlement));
    return lift ? null : plan.confirmBy(suspension);
  }

  /**
   * Keeps what a second assessor says to the end of a mark.
   *
   * @throws InvalidInput if it is whoever proposed it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirmEnd(UUID suspensionId, boolean confirmed, String note, String userId) {
    var suspension = rows.get(suspensionId);
    if (suspension.settledBy().equals(userId)) {
      throw new InvalidInput("confirmed", "kitemark.form.second.same");
    }
    rows.endConfirmed(suspensionId, confirmed, note, userId, clock.instant());
    record(
        confirmed ? "kitemark.end-confirmed" : "kitemark.end-declined",
        awards.get(suspension.awardId()),
        new LinkedHashMap<>());
  }

  /** The mark holds again, at the level it had. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lift(UUID suspensionId) {
    over(suspensionId, AwardStatus.CURRENT, Suspension.LIFTED, Purpose.MARK_BACK);
  }

  /** The mark has ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UUID suspensionId) {
    over(suspensionId, AwardStatus.ENDED, Suspension.ENDED, Purpose.MARK_ENDED);
  }

  private void over(UUID suspensionId, AwardStatus status, String outcome, Purpose purpose) {
    var suspension = rows.get(suspensionId);
    var award = awards.get(suspension.awardId());
    rows.over(suspensionId, outcome, clock.instant());
    awards.status(award.awardId(), status, outcome);
    record("kitemark.suspension-over", award, details("outcome", outcome));
    tellOrganisation(purpose, suspension, award);
  }

  @Transactional(readOnly = true)
  public Suspension get(UUID suspensionId) {
    return rows.get(suspensionId);
  }

  /** Puts on record that an assessor looks at a mark, with what was said of it. */
  @Transactional
  public void looked(Award award) {
    record("kitemark.mark-seen", award, new LinkedHashMap<>());
  }

  /** What the organisation that holds a mark is called. */
  @Transactional(readOnly = true)
  public String holderOf(Award award) {
    return contacts.of(award).name();
  }

  /** All suspensions of a mark, the latest first. */
  @Transactional(readOnly = true)
  public List<Suspension> ofAward(UUID awardId) {
    return rows.ofAward(awardId);
  }

  /** The suspension of a mark that is not settled. */
  @Transactional(readOnly = true)
  public Optional<Suspension> openOf(UUID awardId) {
    return rows.openOf(awardId);
  }

  private void tellOrganisation(Purpose purpose, Suspension suspension, Award award) {
    var scheme = schemes.get(award.schemeId());
    var holder = contacts.of(award);
    var language = holder.language();
    outbox.send(
        new Message(
            award.schemeId(),
            null,
            purpose,
            purpose.code() + ":" + suspension.suspensionId(),
            holder.email(),
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "organisationName", holder.name(),
                "reason", words.say(language, "kitemark.suspension." + suspension.reason()),
                "reference", award.reference(),
                "kitemarkLink", links.staffPage("/kitemark"))));
  }

  /** Accounts have no e-mail address: the message stays on screen. */
  private void tellAssessors(Purpose purpose, Suspension suspension, Award award, int reminder, Instant dueAt) {
    Stream.concat(
            staff.inRole(Staff.KITEMARK_ASSESSORS).stream().filter(one -> award.schemeId().equals(one.schemeId())),
            reminder > 0 ? staff.inRole(Staff.PROGRAMME_MANAGERS).stream() : Stream.empty())
        .filter(one -> reminder > 0 || !one.userId().equals(suspension.raisedBy()))
        .forEach(
            one -> {
              var params = new HashMap<String, Object>();
              params.put("schemeName", schemes.get(award.schemeId()).name().in(one.language()));
              params.put("reference", award.reference());
              params.put("dueBy", WrittenDate.of(LocalDate.ofInstant(dueAt, clock.getZone()), one.language()));
              params.put("markLink", links.staffPage("/kitemark/marks/" + award.awardId()));
              params.put("reminder", Integer.toString(reminder));
              outbox.send(
                  new Message(
                      award.schemeId(),
                      null,
                      purpose,
                      purpose.code() + ":" + suspension.suspensionId() + ":" + one.userId() + ":" + reminder,
                      null,
                      one.language(),
                      params));
            });
  }

  private static Map<String, String> details(String name, String value) {
    var details = new LinkedHashMap<String, String>();
    details.put(name, value);
    return details;
  }

  private void record(String act, Award award, Map<String, String> details) {
    details.put("organisation", award.organisationId());
    audit.record(new AuditEvent(act, Awards.SUBJECT, award.reference(), award.schemeId(), details));
  }

  /**
   * @param toConfirm whether a second assessor must confirm it
   * @param confirmBy by when, if so
   */
  public record Planned(boolean toConfirm, Instant confirmBy) {}
}
