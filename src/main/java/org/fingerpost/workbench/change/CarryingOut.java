package org.fingerpost.workbench.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.fingerpost.workbench.ModelsRefused;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.DraftStatus;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries a change out on its day.
 *
 * <p>Everything it does is one transaction of its own: the deployment, its audit record and the change's own state. Whatever goes wrong
 * in it leaves nothing behind, and the process that asked goes on: back to the author, with the reasons. If the machine stops between
 * this transaction and the process's, the process asks again and hears that it is done.
 */
@Component
public class CarryingOut {

  private static final Logger LOG = LoggerFactory.getLogger(CarryingOut.class);

  private final ChangeRows rows;
  private final Readiness readiness;
  private final Drafts drafts;
  private final LiveModels live;
  private final ModelDeployer deployer;
  private final Migrations migrations;
  private final DecidingChange deciding;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final ProcessEngineConfigurationImpl engine;

  CarryingOut(
      ChangeRows rows,
      Readiness readiness,
      Drafts drafts,
      LiveModels live,
      ModelDeployer deployer,
      Migrations migrations,
      DecidingChange deciding,
      AuditTrail audit,
      CurrentActor actor,
      ProcessEngineConfigurationImpl engine) {
    this.rows = rows;
    this.readiness = readiness;
    this.drafts = drafts;
    this.live = live;
    this.deployer = deployer;
    this.migrations = migrations;
    this.deciding = deciding;
    this.audit = audit;
    this.actor = actor;
    this.engine = engine;
  }

  /**
   * @return {@code null} where it is in force now; otherwise by when its author should revise it
   */
  public DecidingChange.Revise carryOut(String reference) {
    var problems = attempt(reference);
    return problems.isEmpty() ? null : apart(() -> deciding.failed(reference, problems));
  }

  private List<Obstacle> attempt(String reference) {
    try {
      return apart(() -> inTheNameOfWhoAgreed(reference));
    } catch (ModelsRefused e) {
      return e.refusals().stream()
          .map(refusal -> Obstacle.of("change.problem.refused", refusal.resource(), refusal.element(), refusal.problem()))
          .toList();
    } catch (RuntimeException e) {
      // Models hold nobody's data, so the log may have the whole of it; the author reads its type.
      LOG.error("Change {} could not be carried out", reference, e);
      return List.of(Obstacle.of("change.problem.failed", e.getClass().getSimpleName()));
    }
  }

  /** With a transaction and an engine command of its own, so that what fails in it is rolled back as a whole. */
  private <T> T apart(Supplier<T> work) {
    return engine.getCommandExecutorTxRequiresNew().execute(context -> work.get());
  }

  private List<Obstacle> inTheNameOfWhoAgreed(String reference) {
    var change = rows.lock(reference);
    return change.state() == ChangeState.CARRIED_OUT
        ? List.of()
        : actor.as(Actor.staff(change.decidedBy()), () -> now(change));
  }

  private List<Obstacle> now(ModelChange change) {
    if (change.kind() == ChangeKind.MIGRATION) {
      migrations.begin(change.migrationId());
      done(change, List.of());
      return List.of();
    }
    var draft = drafts.get(change.draftId());
    var obstacles = new ArrayList<>(readiness.of(draft));
    if (!isAsAgreed(change, draft)) {
      obstacles.add(Obstacle.of("change.problem.notAsAgreed"));
    }
    if (!obstacles.isEmpty()) {
      return obstacles;
    }
    var bundles = new ArrayList<ModelBundle>();
    bundles.add(live.with(draft));
    bundles.addAll(live.followers(draft));
    var deployments = deployer.deployTogether(bundles, "manager:" + change.author() + "+" + change.decidedBy(), reason(change));
    drafts.status(draft.id(), DraftStatus.LIVE);
    done(change, deployments);
    return List.of();
  }

  private static String reason(ModelChange change) {
    return change.reference() + ": " + change.reason();
  }

  private boolean isAsAgreed(ModelChange change, Draft draft) {
    var agreed = rows.files(change.reference());
    return agreed.size() == draft.files().size()
        && agreed.stream()
            .allMatch(
                file ->
                    draft.files().containsKey(file.name())
                        && Objects.deepEquals(file.content(), draft.files().get(file.name()).content()));
  }

  private void done(ModelChange change, List<String> deployments) {
    rows.carriedOut(change.reference(), deployments);
    rows.step(change.reference(), "change.carriedOut", null);
    audit.record(
        new AuditEvent(
            "change.carriedOut",
            ProposingChange.SUBJECT,
            change.reference(),
            change.schemeId(),
            deployments.isEmpty()
                ? Map.of("changeKind", change.kind().name())
                : Map.of("deployment", deployments.get(0))));
  }
}
