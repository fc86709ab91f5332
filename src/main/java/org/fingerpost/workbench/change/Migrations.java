package org.fingerpost.workbench.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.workbench.draft.LiveModels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves referrals in flight from one version of a process to another: planned by a manager, tried out one by one, agreed by a
 * colleague, and then done one by one, each in a transaction of its own with its line in the referral's timeline. Stopped in the middle,
 * it goes on where it was.
 */
@Component
public class Migrations {

  static final String SUBJECT = "migration";

  private final MigrationRows rows;
  private final EngineMoves moves;
  private final ChangeRows changes;
  private final LiveModels live;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Migrations(
      MigrationRows rows,
      EngineMoves moves,
      ChangeRows changes,
      LiveModels live,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.moves = moves;
    this.changes = changes;
    this.live = live;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  // ---- the plan

  /** What could move after a change: the processes it touched, and those that call them. */
  @Transactional(readOnly = true)
  public List<Leg> after(String reference) {
    var change = changes.get(reference);
    var bundle = live.all(change.schemeId());
    var touched = new TreeSet<String>();
    for (var file : changes.files(reference)) {
      String stem = file.name().substring(file.name().indexOf('/') + 1, file.name().lastIndexOf('.'));
      if (file.name().startsWith("bpmn/")) {
        touched.add(stem);
      } else if (file.name().startsWith("forms/")) {
        touched.addAll(EngineMoves.using(stem, bundle));
      }
    }
    return legs(touched, change.schemeId());
  }

  /** What could move of a process, and of those that call it. */
  @Transactional(readOnly = true)
  public List<Leg> of(String process, String schemeId) {
    return legs(Set.of(process), schemeId);
  }

  private List<Leg> legs(Set<String> processes, String schemeId) {
    return EngineMoves.withCallers(processes, live.all(schemeId)).stream()
        .flatMap(process -> moves.legs(process, schemeId).stream())
        .toList();
  }

  /** The way back of a move that is done. */
  @Transactional(readOnly = true)
  public List<Leg> back(UUID migrationId) {
    return rows.get(migrationId).legs().stream().map(Leg::back).toList();
  }

  @Transactional(readOnly = true)
  public MoveProposal proposal(Leg leg, String schemeId) {
    return moves.proposal(leg, schemeId);
  }

  public String nameOfProcess(Leg leg) {
    return moves.processName(leg.to());
  }

  /** Whether all schemes share a version; a scheme's own are numbered from one again. */
  public boolean isShared(String definitionId) {
    return moves.isShared(definitionId);
  }

  /** The name of a step in the version that a leg begins with. */
  public String nameOfStep(Leg leg, String step) {
    return moves.name(leg.from(), step);
  }

  /**
   * Keeps a plan and notes everything that runs on the versions it begins with. The dry run follows: {@link #tryOut}.
   *
   * @param follows the change whose version they are moved to, or {@code null}
   * @param backOf the move that is taken back: only what it moved moves back; or {@code null}
   */
  @Transactional
  public UUID plan(List<Leg> legs, String schemeId, String follows, UUID backOf) {
    for (Leg leg : legs) {
      try {
        moves.check(leg);
      } catch (IllegalArgumentException e) {
        throw new InvalidInput("legs", "change.move.badMapping", moves.processName(leg.to()), e.getMessage());
      }
    }
    var id = UUID.randomUUID();
    rows.add(
        new Migration(
            id, null, follows, backOf, schemeId, MigrationState.TRYING, legs, me(), clock.instant(), null, null, null, Map.of()));
    var movedThen = backOf == null ? null : movedBy(backOf);
    for (int leg = 0; leg < legs.size(); leg++) {
      for (var instance : moves.running(legs.get(leg), schemeId)) {
        if (movedThen == null || movedThen.contains(instance.getId())) {
          rows.add(
              id,
              new Moving(
                  instance.getId(),
                  leg,
                  instance.getBusinessKey(),
                  instance.getTenantId(),
                  List.of(),
                  Moving.State.UNTRIED,
                  null,
                  null,
                  null));
        }
      }
    }
    record("migration.planned", rows.get(id));
    return id;
  }

  private Set<String> movedBy(UUID migrationId) {
    var moved = new TreeSet<String>();
    rows.instances(migrationId, Moving.State.MOVED, Integer.MAX_VALUE).forEach(moving -> moved.add(moving.instanceId()));
    return moved;
  }

  // ---- the dry run

  /**
   * Tries out as many as are asked for: each is moved for real in a transaction that is rolled back.
   *
   * @return whether some are left
   */
  public boolean tryOut(UUID migrationId, int most) {
    var migration = rows.get(migrationId);
    for (int done = 0; done < most; done++) {
      var next = transaction.execute(status -> tryNext(migration));
      if (Boolean.FALSE.equals(next)) {
        transaction.executeWithoutResult(
            status -> {
              if (rows.tried(migrationId)) {
                record("migration.tried", rows.get(migrationId));
              }
            });
        return false;
      }
    }
    return true;
  }

  private boolean tryNext(Migration migration) {
    var next = rows.next(migration.id(), Moving.State.UNTRIED);
    next.ifPresent(
        moving -> {
          var leg = migration.legs().get(moving.leg());
          var steps = moves.steps(moving.instanceId());
          if (!moves.isOn(moving.instanceId(), leg)) {
            rows.instance(migration.id(), moving.instanceId(), Moving.State.ENDED, steps, null);
            return;
          }
          var problem = rehearse(moving, leg, steps);
          var state = problem == null ? Moving.State.MOVES : Moving.State.CANNOT;
          rows.instance(migration.id(), moving.instanceId(), state, steps, problem);
        });
    return next.isPresent();
  }

  private Obstacle rehearse(Moving moving, Leg leg, List<String> steps) {
    try {
      transaction.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            moves.move(moving.instanceId(), leg, moving.target(), steps);
          });
      return null;
    } catch (RuntimeException e) {
      return moves.why(e, leg);
    }
  }

  /**
   * What the manager decides about one that cannot move as planned.
   *
   * @param target the step of the new version that stands for the one that vanished; {@code null} leaves it on its version
   */
  @Transactional
  public void choose(UUID migrationId, String instanceId, String target) {
    var migration = editable(migrationId);
    rows.choose(migrationId, instanceId, target);
    if (target != null) {
      rows.state(migrationId, MigrationState.TRYING);
    }
    record(target == null ? "migration.left" : "migration.mapped", migration);
  }

  /** Tries everything again: people have gone on meanwhile. */
  @Transactional
  public void tryAgain(UUID migrationId) {
    editable(migrationId);
    rows.again(migrationId);
  }

  /** Gives the plan up. */
  @Transactional
  public void drop(UUID migrationId) {
    record("migration.dropped", editable(migrationId));
    rows.state(migrationId, MigrationState.DROPPED);
  }

  private Migration editable(UUID migrationId) {
    rows.lock(migrationId);
    var migration = rows.get(migrationId);
    if (migration.state() != MigrationState.TRIED && migration.state() != MigrationState.TRYING) {
      throw new InvalidInput("migration", "change.move.closed");
    }
    return migration;
  }

  // ---- agreed and done

  /** Begins the move; it goes on in the background. */
  @Transactional(propagation = Propagation.MANDATORY)
  void begin(UUID migrationId) {
    rows.begun(migrationId);
    record("migration.begun", rows.get(migrationId));
  }

  /**
   * Moves as many as are asked for, each in a transaction of its own.
   *
   * @return whether some are left
   */
  public boolean move(UUID migrationId, int most) {
    var migration = rows.get(migrationId);
    for (int done = 0; done < most; done++) {
      var tried = new AtomicReference<Moving>();
      try {
        if (Boolean.FALSE.equals(transaction.execute(status -> moveNext(migration, tried::set)))) {
          transaction.executeWithoutResult(
              status -> {
                if (rows.finished(migrationId)) {
                  record("migration.done", rows.get(migrationId));
                }
              });
          return false;
        }
      } catch (RuntimeException e) {
        if (tried.get() == null) {
          throw e;
        }
        transaction.executeWithoutResult(status -> failed(migration, tried.get(), e));
      }
    }
    return true;
  }

  private boolean moveNext(Migration migration, Consumer<Moving> tried) {
    var next = rows.next(migration.id(), Moving.State.MOVES);
    next.ifPresent(
        moving -> {
          tried.accept(moving);
          var leg = migration.legs().get(moving.leg());
          var steps = moves.steps(moving.instanceId());
          if (!moves.isOn(moving.instanceId(), leg)) {
            rows.instance(migration.id(), moving.instanceId(), Moving.State.ENDED, steps, null);
            return;
          }
          moves.move(moving.instanceId(), leg, moving.target(), steps);
          rows.instance(migration.id(), moving.instanceId(), Moving.State.MOVED, steps, null);
          tell(migration, moving, leg);
        });
    return next.isPresent();
  }

  private void failed(Migration migration, Moving moving, RuntimeException e) {
    var leg = migration.legs().get(moving.leg());
    var why = moves.why(e, leg);
    rows.instance(migration.id(), moving.instanceId(), Moving.State.FAILED, moves.steps(moving.instanceId()), why);
  }

  /** The referral's own timeline says that it goes on by another version. */
  private void tell(Migration migration, Moving moving, Leg leg) {
    var details = new LinkedHashMap<String, String>();
    details.put("process", leg.process());
    details.put("fromVersion", Integer.toString(leg.fromVersion()));
    details.put("toVersion", Integer.toString(leg.toVersion()));
    if (moving.target() != null) {
      details.put("step", moving.target());
    }
    details.put("change", migration.reference());
    boolean referral = moving.subject().startsWith("FP-");
    audit.record(
        new AuditEvent("journey.moved", referral ? "referral" : "case", moving.subject(), moving.schemeId(), details));
  }

  private void record(String act, Migration migration) {
    var details = new LinkedHashMap<String, String>();
    migration.counts().forEach((state, many) -> details.put("count" + state.name().charAt(0) + state.name().substring(1).toLowerCase(java.util.Locale.ROOT), many.toString()));
    audit.record(new AuditEvent(act, SUBJECT, migration.id().toString(), migration.schemeId(), details));
  }

  // ---- reading

  @Transactional(readOnly = true)
  public Migration get(UUID migrationId) {
    return rows.get(migrationId);
  }

  /** The moves that were planned after a change, first first. */
  @Transactional(readOnly = true)
  public List<Migration> following(String reference) {
    return rows.following(reference);
  }

  @Transactional(readOnly = true)
  public List<Migration> newest() {
    return rows.newest(50);
  }

  @Transactional(readOnly = true)
  public List<Moving> instances(UUID migrationId, Moving.State state, int most) {
    return rows.instances(migrationId, state, most);
  }

  List<UUID> inState(MigrationState state) {
    return new ArrayList<>(rows.inState(state));
  }

  private String me() {
    return actor.get().id();
  }
}
