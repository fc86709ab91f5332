package org.fingerpost.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes back what a test changed about models, so that the other tests see what they expect. */
public final class TakingBack {

  private final JdbcClient database;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final List<String> before;

  /** From now on. */
  public TakingBack(JdbcClient database, RepositoryService repository, RuntimeService runtime) {
    this.database = database;
    this.repository = repository;
    this.runtime = runtime;
    this.before = deployments();
  }

  private List<String> deployments() {
    return database.sql("select deployment_id from model_deployment").query(String.class).list();
  }

  /** Everything since then: processes of changes, deployments with what runs on them, and all rows of changes, moves and drafts. */
  public void takeBack() {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("change-model")
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test over"));
    var since = new ArrayList<>(deployments());
    since.removeAll(before);
    since.sort(Comparator.reverseOrder());
    for (String id : since) {
      repository.deleteDeployment(id, true);
      database.sql("delete from model_deployment where deployment_id = ?").param(id).update();
    }
    for (String table :
        List.of(
            "model_migration_instance", "model_migration", "model_change_step", "model_change_file", "model_change")) {
      database.sql("delete from " + table).update();
    }
    for (String table : List.of("replay_report", "model_example", "model_draft_visit", "model_draft_file", "model_draft")) {
      database.sql("delete from " + table).update();
    }
  }
}
