package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.Assurance;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kite marks of all organisations. Whatever changes the level or the status of one changes it in the directory too, is put on
 * record and told to whoever listens, all in the same transaction: there is no second place to keep in step.
 */
@Component
public class Awards {

  /** Subject of audit entries; their id is the application's reference. */
  public static final String SUBJECT = "kitemark";

  private final AwardRows rows;
  private final Assurance assurance;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Awards(AwardRows rows, Assurance assurance, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.assurance = assurance;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws java.util.NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public Award get(UUID awardId) {
    return rows.get(awardId);
  }

  /** The organisation's mark of today, in force or suspended. */
  @Transactional(readOnly = true)
  public Optional<Award> currentOf(String schemeId, String organisationId) {
    return rows.standing(schemeId, organisationId);
  }

  /** The organisation's mark of today or, if it has none, the last one it had. */
  @Transactional(readOnly = true)
  public Optional<Award> lastOf(String schemeId, String organisationId) {
    return rows.last(schemeId, organisationId);
  }

  /** The mark that was awarded on an application; after an appeal, the one that took its place. */
  @Transactional(readOnly = true)
  public Optional<Award> ofApplication(String reference) {
    return rows.ofApplication(reference);
  }

  /** All marks of a scheme that were neither replaced nor ended, by organisation: in force, suspended, expired. */
  @Transactional(readOnly = true)
  public List<Award> inScheme(String schemeId) {
    return rows.inScheme(schemeId);
  }

  /** What was promised with a mark, by day. */
  @Transactional(readOnly = true)
  public List<MarkCondition> conditionsOf(UUID awardId) {
    return rows.conditions(awardId);
  }

  /**
   * Awards a mark from today; the organisation's mark of before, if it has one, is replaced.
   *
   * @return id of the mark
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID award(NewAward wanted) {
    if (wanted.renewMonths() <= 0) {
      throw new IllegalArgumentException("A mark lasts at least a month");
    }
    var replaced =
        rows.standing(wanted.schemeId(), wanted.organisationId()).or(() -> rows.expired(wanted.schemeId(), wanted.organisationId()));
    replaced.ifPresent(before -> rows.status(before.awardId(), AwardStatus.REPLACED));
    LocalDate today = LocalDate.now(clock);
    var awardId = UUID.randomUUID();
    rows.add(awardId, wanted, today, today.plusMonths(wanted.renewMonths()).minusDays(1));
    wanted.conditions().forEach(promise -> rows.addCondition(UUID.randomUUID(), awardId, promise.code(), promise.dueOn()));
    var award = rows.get(awardId);
    assurance.set(award.schemeId(), award.organisationId(), award.level(), award.validUntil());
    var details = new LinkedHashMap<String, String>();
    details.put("level", award.level().name());
    details.put("referralMode", award.mode().name());
    details.put("validUntil", award.validUntil().toString());
    details.put("organisation", award.organisationId());
    replaced.ifPresent(before -> details.put("replaced", before.reference()));
    record(wanted.confirmedBy() == null ? "kitemark.recorded" : "kitemark.awarded", award, details);
    events.publishEvent(
        new MarkAwarded(
            awardId,
            award.reference(),
            award.schemeId(),
            award.organisationId(),
            award.level(),
            replaced.map(Award::awardId).orElse(null)));
    return awardId;
  }

  /**
   * Changes the level, with the way people usually come at it.
   *
   * @param because code of the reason
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void level(UUID awardId, KiteMarkLevel level, String because) {
    level(awardId, level, ReferralMode.usually(level), null, because);
  }

  /**
   * Changes the level.
   *
   * @param mostOpen how many introductions may be open at once; {@code null} for any number
   * @param because code of the reason
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void level(UUID awardId, KiteMarkLevel level, ReferralMode mode, Integer mostOpen, String because) {
    var before = rows.get(awardId);
    rows.level(awardId, level, mode, mostOpen);
    changed("kitemark.level-changed", before, because);
  }

  /**
   * Changes whether the mark holds. In the directory a mark that is suspended or has expired stands as suspended, so that nobody is
   * introduced; one that ended for good as "not yet".
   *
   * @param because code of the reason
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void status(UUID awardId, AwardStatus status, String because) {
    var before = rows.get(awardId);
    rows.status(awardId, status);
    changed("kitemark.status-changed", before, because);
  }

  private void changed(String act, Award before, String because) {
    var award = rows.get(before.awardId());
    if (award.status() != AwardStatus.REPLACED) {
      assurance.set(award.schemeId(), award.organisationId(), inDirectory(award), award.validUntil());
    }
    var details = new LinkedHashMap<String, String>();
    details.put("levelBefore", before.level().name());
    details.put("level", award.level().name());
    details.put("statusBefore", before.status().name());
    details.put("status", award.status().name());
    details.put("because", because);
    record(act, award, details);
    events.publishEvent(
        new MarkChanged(
            award.awardId(),
            award.reference(),
            award.schemeId(),
            award.organisationId(),
            award.level(),
            award.status(),
            because));
  }

  private static KiteMarkLevel inDirectory(Award award) {
    return switch (award.status()) {
      case SUSPENDED, EXPIRED -> KiteMarkLevel.SUSPENDED;
      case ENDED -> KiteMarkLevel.NOT_YET;
      default -> award.level();
    };
  }

  /** Keeps new last days; {@code null} leaves one as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void evidenceDates(UUID awardId, LocalDate insuranceUntil, LocalDate dbsUntil, LocalDate trainingUntil) {
    rows.dates(awardId, insuranceUntil, dbsUntil, trainingUntil);
    record("kitemark.dates-changed", rows.get(awardId), Map.of());
  }

  /** Keeps when the mark is next checked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nextCheck(UUID awardId, LocalDate on) {
    rows.nextCheck(awardId, on);
  }

  /** Keeps which process instance looks after the mark. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keptBy(UUID awardId, String processInstanceId) {
    rows.keptBy(awardId, processInstanceId);
  }

  /** Adds something that has to be done by a day. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID condition(UUID awardId, String code, LocalDate dueOn) {
    var conditionId = UUID.randomUUID();
    rows.addCondition(conditionId, awardId, code, dueOn);
    record("kitemark.condition-set", rows.get(awardId), Map.of("condition", code, "dueOn", dueOn.toString()));
    return conditionId;
  }

  /** Keeps that something promised is done. Safe to repeat. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void conditionMet(UUID conditionId) {
    var condition = rows.condition(conditionId);
    if (condition.open()) {
      rows.conditionMet(conditionId, LocalDate.now(clock));
      record("kitemark.condition-met", rows.get(condition.awardId()), Map.of("condition", condition.code()));
    }
  }

  /**
   * Counts that something promised was chased.
   *
   * @return how often now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int conditionReminded(UUID conditionId) {
    return rows.conditionReminded(conditionId);
  }

  private void record(String act, Award award, Map<String, String> details) {
    audit.record(new AuditEvent(act, SUBJECT, award.reference(), award.schemeId(), details));
  }
}
