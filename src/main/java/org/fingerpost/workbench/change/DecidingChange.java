package org.fingerpost.workbench.change;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.workbench.draft.DraftStatus;
import org.fingerpost.workbench.draft.Drafts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a proposal: a colleague decides, its author takes it back, or nobody does anything. */
@Component
public class DecidingChange {

  private final ChangeRows rows;
  private final ChangeProcess process;
  private final ChangePlan plan;
  private final Drafts drafts;
  private final MigrationRows migrations;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  DecidingChange(
      ChangeRows rows,
      ChangeProcess process,
      ChangePlan plan,
      Drafts drafts,
      MigrationRows migrations,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock) {
    this.rows = rows;
    this.process = process;
    this.plan = plan;
    this.drafts = drafts;
    this.migrations = migrations;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /** Says by when a colleague decides; asked anew each time the change is proposed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Planned plan(String reference) {
    var change = rows.get(reference);
    var dates = plan.approve(change);
    rows.planned(reference, dates);
    // From the first minute of its day in London.
    var from = change.effectiveFrom().atStartOfDay(clock.getZone()).toInstant();
    return new Planned(dates.dueAt(), dates.lapsesAt(), from.isBefore(clock.instant()) ? clock.instant() : from);
  }

  /**
   * Decides in the name of whoever is signed in.
   *
   * @throws InvalidInput where it is their own, was decided meanwhile, or lacks the words that its author must hear
   */
  @Transactional
  public void decide(String reference, ChangeDecision decision, String words) {
    check(rows.lock(reference), me(), decision, words);
    process.decide(me(), reference, decision, words);
  }

  /** Keeps what the second manager's task says. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Revise keep(String reference, String userId, ChangeDecision decision, String words) {
    var change = rows.lock(reference);
    check(change, userId, decision, words);
    String said = Objects.toString(words, "").strip();
    rows.decided(reference, decision.state(), userId);
    String act =
        switch (decision) {
          case APPROVED -> "change.approved";
          case SENT_BACK -> "change.sentBack";
          case REFUSED -> "change.refused";
        };
    happened(change, act, said.isEmpty() ? null : said);
    if (decision == ChangeDecision.APPROVED) {
      return null;
    }
    reopen(change);
    return decision == ChangeDecision.SENT_BACK ? backToAuthor(change) : null;
  }

  private static void check(ModelChange change, String userId, ChangeDecision decision, String words) {
    if (change.author().equals(userId)) {
      throw new InvalidInput("decision", "change.problem.own");
    }
    if (change.state() != ChangeState.PROPOSED) {
      throw new InvalidInput("decision", "change.problem.decided");
    }
    if (decision == null) {
      throw new InvalidInput("decision", "change.problem.decision");
    }
    String said = Objects.toString(words, "").strip();
    if (decision.needsWords() && said.isEmpty()) {
      throw new InvalidInput("words", "change.problem.words");
    }
    if (said.length() > ProposingChange.LONGEST) {
      throw new InvalidInput("words", "change.problem.long", ProposingChange.LONGEST);
    }
  }

  /** The author takes the change back, at any time before it is carried out. */
  @Transactional
  public void withdraw(String reference) {
    var change = rows.lock(reference);
    if (!change.author().equals(me())) {
      throw new InvalidInput("withdraw", "change.problem.notYours");
    }
    if (!change.state().isOpen()) {
      throw new InvalidInput("withdraw", "change.problem.over");
    }
    rows.state(reference, ChangeState.WITHDRAWN);
    happened(change, "change.withdrawn", null);
    reopen(change);
    process.withdrawn(reference);
  }

  /** Puts a proposal that nobody decided before the managers again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remind(String reference) {
    var change = rows.lock(reference);
    rows.reminded(reference);
    process.urge(reference);
    happened(change, "change.reminded", null);
  }

  /** Closes a proposal that nobody decided, or revised, in time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lapse(String reference) {
    var change = rows.lock(reference);
    rows.state(reference, ChangeState.LAPSED);
    happened(change, "change.lapsed", null);
    reopen(change);
  }

  /** Gives a change that could not be carried out back to its author, with the reasons. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Revise failed(String reference, List<Obstacle> problems) {
    var change = rows.lock(reference);
    rows.failed(reference, problems);
    happened(change, "change.failed", null);
    reopen(change);
    return backToAuthor(change);
  }

  private Revise backToAuthor(ModelChange change) {
    var dates = plan.revise(change);
    rows.planned(change.reference(), dates);
    return new Revise(dates.dueAt(), dates.lapsesAt());
  }

  private void reopen(ModelChange change) {
    if (change.draftId() != null) {
      drafts.status(change.draftId(), DraftStatus.OPEN);
    }
    if (change.migrationId() != null) {
      migrations.state(change.migrationId(), MigrationState.TRIED);
    }
  }

  private void happened(ModelChange change, String act, String words) {
    rows.step(change.reference(), act, words);
    audit.record(
        new AuditEvent(
            act, ProposingChange.SUBJECT, change.reference(), change.schemeId(), Map.of("changeKind", change.kind().name())));
  }

  private String me() {
    return actor.get().id();
  }

  /**
   * @param dueAt by when a colleague decides
   * @param effectiveAt from when on it is to be in force; never past
   */
  public record Planned(Instant dueAt, Instant lapsesAt, Instant effectiveAt) {}

  /**
   * @param dueAt by when the author revises it
   */
  public record Revise(Instant dueAt, Instant lapsesAt) {}
}
