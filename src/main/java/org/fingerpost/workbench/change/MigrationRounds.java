package org.fingerpost.workbench.change;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes dry runs and moves further, some at a time, whether or not anybody looks at the page. What it has done is in the database, so
 * that after a stop it goes on where it was; several nodes share the work.
 */
@Component
class MigrationRounds {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationRounds.class);
  private static final int IN_A_ROUND = 50;

  private final Migrations migrations;

  MigrationRounds(Migrations migrations) {
    this.migrations = migrations;
  }

  @Scheduled(
      initialDelayString = "${fingerpost.migration-interval:PT2S}",
      fixedDelayString = "${fingerpost.migration-interval:PT2S}")
  void round() {
    for (UUID id : migrations.inState(MigrationState.TRYING)) {
      carefully(id, () -> migrations.tryOut(id, IN_A_ROUND));
    }
    for (UUID id : migrations.inState(MigrationState.MOVING)) {
      carefully(id, () -> migrations.move(id, IN_A_ROUND));
    }
  }

  /** One move that goes wrong does not keep the others waiting. */
  private static void carefully(UUID id, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("The move {} stopped for now: {}", id, e.getClass().getSimpleName());
    }
  }
}
