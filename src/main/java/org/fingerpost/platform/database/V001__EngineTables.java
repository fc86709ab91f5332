package org.fingerpost.platform.database;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes the workflow engine's tables with the scripts in the engine's own jar, in the order in which the engine
 * itself would run them. Two nodes that start on an empty database then wait for each other, which the engine's own
 * schema update does not.
 *
 * <p>The scripts belong to engine 7.24.0. A newer engine needs a migration that runs its upgrade script, and this one
 * must keep creating 7.24.0; a test notices when the scripts in the jar change.
 */
class V001__EngineTables extends BaseJavaMigration {

  static final String FOLDER = "org/camunda/bpm/engine/db/create/";

  static final List<String> SCRIPTS =
      List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history")
          .stream()
          .map(part -> "activiti.postgres.create." + part + ".sql")
          .toList();

  /** Says that the scripts of 7.24.0 were run; never changes again. */
  @Override
  public Integer getChecksum() {
    return 72400;
  }

  @Override
  public void migrate(Context context) {
    for (var script : SCRIPTS) {
      ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(FOLDER + script));
    }
  }
}
