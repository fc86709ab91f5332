package org.fingerpost.workbench.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Tokens;
import org.fingerpost.workbench.change.ModelChange.ChangedFile;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.DraftStatus;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A manager proposes: a draft, or going back to what was before a change. Somebody else will have to agree. */
@Component
public class ProposingChange {

  static final String SUBJECT = "change";
  static final int LONGEST = 2000;

  private final ChangeRows rows;
  private final ChangeProcess process;
  private final Readiness readiness;
  private final Drafts drafts;
  private final LiveModels live;
  private final MigrationRows migrations;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  ProposingChange(
      ChangeRows rows,
      ChangeProcess process,
      Readiness readiness,
      Drafts drafts,
      LiveModels live,
      MigrationRows migrations,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock) {
    this.rows = rows;
    this.process = process;
    this.readiness = readiness;
    this.drafts = drafts;
    this.live = live;
    this.migrations = migrations;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /** What stands against proposing a draft; empty where nothing does. */
  @Transactional(readOnly = true)
  public List<Obstacle> obstacles(UUID draftId) {
    return readiness.of(drafts.get(draftId));
  }

  /**
   * Proposes a draft: as a new change or, where the draft came back from one, as that change again.
   *
   * @param effectiveFrom today or later, in London
   * @return the change's reference
   * @throws InvalidInput naming everything that stands against it
   */
  @Transactional
  public String propose(UUID draftId, String reason, LocalDate effectiveFrom) {
    var draft = drafts.get(draftId);
    if (draft.status() != DraftStatus.OPEN) {
      throw new InvalidInput("reason", "change.problem.notOpen");
    }
    var cameBack = rows.ofDraft(draftId).filter(change -> change.state().isBack());
    if (cameBack.isPresent()) {
      var change = cameBack.get();
      mine(change);
      check(reason, effectiveFrom);
      refuse(readiness.of(draft));
      process.proposeAgain(me(), change.reference(), reason.strip(), effectiveFrom);
      return change.reference();
    }
    return begin(ChangeKind.MODEL, draft, null, reason, effectiveFrom);
  }

  /**
   * Proposes to go back to what was in force before a change: a change of the same kind, with the earlier bytes.
   *
   * @return the new change's reference
   * @throws InvalidInput if what is in force is no longer what that change brought
   */
  @Transactional
  public String rollBack(String reference, String title, String reason) {
    var change = rows.lock(reference);
    if (change.kind() == ChangeKind.MIGRATION || change.state() != ChangeState.CARRIED_OUT) {
      throw new InvalidInput("reason", "change.problem.notInForce");
    }
    check(reason, today());
    var files = rows.files(reference);
    for (var file : files) {
      byte[] now = live.file(change.schemeId(), file.name()).orElse(null);
      if (file.content() != null && !java.util.Arrays.equals(now, file.content())) {
        throw new InvalidInput("reason", "change.problem.movedOn", file.name());
      }
    }
    var draft = drafts.start(change.schemeId(), title);
    for (var file : files) {
      boolean wasThere = file.before() != null && (change.schemeId() == null || file.wasOwn());
      if (wasThere) {
        drafts.save(draft.id(), file.name(), file.before(), 0);
      } else {
        drafts.remove(draft.id(), file.name());
      }
    }
    return begin(ChangeKind.ROLL_BACK, drafts.get(draft.id()), reference, reason, today());
  }

  private String begin(ChangeKind kind, Draft draft, String rollsBack, String reason, LocalDate effectiveFrom) {
    check(reason, effectiveFrom);
    refuse(readiness.of(draft));
    String reference = Tokens.reference("CH");
    begin(change(reference, kind, draft.schemeId(), draft.title(), reason, effectiveFrom, draft.id(), rollsBack, null));
    rows.files(reference, snapshot(draft));
    drafts.status(draft.id(), DraftStatus.PROPOSED);
    process.start(reference, me());
    return reference;
  }

  /**
   * Proposes a move of referrals in flight as it was tried out; exceptions without a decision stay on their version.
   *
   * @return the change's reference
   * @throws InvalidInput where nobody would move
   */
  @Transactional
  public String proposeMove(UUID migrationId, String title, String reason, LocalDate effectiveFrom) {
    migrations.lock(migrationId);
    var migration = migrations.get(migrationId);
    if (migration.state() != MigrationState.TRIED || migration.count(Moving.State.MOVES) == 0) {
      throw new InvalidInput("reason", "change.move.nobody");
    }
    check(reason, effectiveFrom);
    if (migration.reference() != null) {
      var cameBack = rows.get(migration.reference());
      if (cameBack.state().isBack()) {
        mine(cameBack);
        process.proposeAgain(me(), cameBack.reference(), reason.strip(), effectiveFrom);
        return cameBack.reference();
      }
    }
    String reference = Tokens.reference("CH");
    begin(
        change(
            reference, ChangeKind.MIGRATION, migration.schemeId(), title, reason, effectiveFrom, null, null, migrationId));
    migrations.proposed(migrationId, reference);
    process.start(reference, me());
    return reference;
  }

  private void begin(ModelChange change) {
    rows.add(change);
    rows.step(change.reference(), "change.proposed", change.reason());
    record("change.proposed", change);
  }

  /** Takes what the author's task says: the draft as it is now, a new reason and day. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void again(String reference, String reason, LocalDate effectiveFrom) {
    var change = rows.lock(reference);
    check(reason, effectiveFrom);
    if (change.draftId() != null) {
      var draft = drafts.get(change.draftId());
      refuse(readiness.of(draft));
      rows.files(reference, snapshot(draft));
      drafts.status(draft.id(), DraftStatus.PROPOSED);
    } else {
      migrations.proposed(change.migrationId(), reference);
    }
    rows.proposedAgain(reference, reason.strip(), effectiveFrom);
    rows.step(reference, "change.proposedAgain", reason.strip());
    record("change.proposedAgain", rows.get(reference));
  }

  private ModelChange change(
      String reference,
      ChangeKind kind,
      String schemeId,
      String title,
      String reason,
      LocalDate effectiveFrom,
      UUID draftId,
      String rollsBack,
      UUID migrationId) {
    return new ModelChange(
        reference,
        kind,
        ChangeState.PROPOSED,
        schemeId,
        title,
        reason.strip(),
        me(),
        clock.instant(),
        effectiveFrom,
        draftId,
        rollsBack,
        migrationId,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private List<ChangedFile> snapshot(Draft draft) {
    return draft.files().values().stream()
        .map(
            file ->
                new ChangedFile(
                    file.name(),
                    file.content(),
                    live.file(draft.schemeId(), file.name()).orElse(null),
                    live.own(draft.schemeId(), file.name())))
        .toList();
  }

  private void mine(ModelChange change) {
    if (!change.author().equals(me())) {
      throw new InvalidInput("reason", "change.problem.withAuthor", change.author());
    }
  }

  private void check(String reason, LocalDate effectiveFrom) {
    String said = Objects.toString(reason, "").strip();
    if (said.isEmpty()) {
      throw new InvalidInput("reason", "change.problem.reason");
    }
    if (said.length() > LONGEST) {
      throw new InvalidInput("reason", "change.problem.long", LONGEST);
    }
    if (effectiveFrom == null) {
      throw new InvalidInput("effectiveFrom", "change.problem.day");
    }
    if (effectiveFrom.isBefore(today()) || effectiveFrom.isAfter(today().plusYears(1))) {
      throw new InvalidInput("effectiveFrom", "change.problem.dayPast");
    }
  }

  private static void refuse(List<Obstacle> obstacles) {
    if (!obstacles.isEmpty()) {
      throw new InvalidInput(
          obstacles.stream().map(o -> new Problem("draft", o.key(), List.copyOf(o.args()))).toList());
    }
  }

  private void record(String act, ModelChange change) {
    var details = new LinkedHashMap<String, String>();
    details.put("changeKind", change.kind().name());
    details.put("effectiveFrom", change.effectiveFrom().toString());
    if (change.rollsBack() != null) {
      details.put("rollsBack", change.rollsBack());
    }
    if (change.draftId() != null) {
      details.put("draft", change.draftId().toString());
    }
    if (change.migrationId() != null) {
      details.put("migration", change.migrationId().toString());
    }
    audit.record(new AuditEvent(act, SUBJECT, change.reference(), change.schemeId(), details));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private String me() {
    return actor.get().id();
  }
}
