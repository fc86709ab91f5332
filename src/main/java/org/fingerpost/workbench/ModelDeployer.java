package org.fingerpost.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.ModelGuard.Refusal;
import org.fingerpost.workbench.check.CheckWords;
import org.fingerpost.workbench.check.Finding;
import org.fingerpost.workbench.check.ModelChecks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way models reach the engine, at start-up as much as from the workbench: checked on their bytes, tried out in a
 * transaction that is rolled back, then deployed as a whole bundle under stable names, with who and why on record.
 */
@Component
public class ModelDeployer {

  /** The name of every deployment, so that the engine sees one line of versions. */
  static final String NAME = "referral-models";

  private static final Permission[] WORKING_ON_TASKS = {
    ProcessDefinitionPermissions.READ,
    ProcessDefinitionPermissions.READ_TASK,
    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
    ProcessDefinitionPermissions.TASK_WORK
  };

  private final RepositoryService repository;
  private final AuthorizationService authorizations;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final ModelChecks checks;
  private final CheckWords words;
  private final TransactionTemplate transaction;

  ModelDeployer(
      RepositoryService repository,
      AuthorizationService authorizations,
      JdbcClient jdbc,
      ObjectMapper json,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock,
      ModelChecks checks,
      CheckWords words,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.authorizations = authorizations;
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.checks = checks;
    this.words = words;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Deploys a bundle.
   *
   * @param source {@code release:<hash>} for what came with the program, {@code manager:<user>} for what a manager changed
   * @param reason why, in words for the auditor; no personal data
   * @return the engine's id of the deployment
   * @throws ModelsRefused with every reason; nothing has changed then
   */
  public String deploy(ModelBundle bundle, String source, String reason) {
    var refusals = check(bundle);
    if (!refusals.isEmpty()) {
      throw new ModelsRefused(refusals);
    }
    return transaction.execute(
        status -> {
          String id = builder(repository, bundle, source).deploy().getId();
          remember(id, bundle, source, reason);
          grantTasks(bundle);
          return id;
        });
  }

  /** Everything that stands against deploying a bundle, without deploying it: the errors that the checks of the workbench find. */
  public List<Refusal> check(ModelBundle bundle) {
    return checks.check(bundle).stream()
        .filter(Finding::isError)
        .map(
            finding ->
                new Refusal(finding.file(), 0, finding.elementId(), words.say(Language.EN, finding), finding.code(), finding.args()))
        .toList();
  }

  static DeploymentBuilder builder(RepositoryService repository, ModelBundle bundle, String source) {
    var builder = repository.createDeployment().name(NAME).source(source).tenantId(bundle.schemeId());
    bundle.files().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    return builder;
  }

  private void remember(String id, ModelBundle bundle, String source, String reason) {
    var hashes = new LinkedHashMap<String, String>();
    bundle.files().forEach((name, bytes) -> hashes.put(name, ModelBundle.hashOf(bytes)));
    jdbc.sql(
            """
            insert into model_deployment
              (deployment_id, scheme_id, source, deployed_by, reason, bundle_hash, resources, deployed_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
        .params(
            id, bundle.schemeId(), source, actor.get().id(), reason, bundle.hash(), text(hashes), Timestamp.from(clock.instant()))
        .update();
    audit.record(
        new AuditEvent(
            "model.deployed",
            "deployment",
            id,
            bundle.schemeId(),
            Map.of("source", source, "bundle", bundle.hash().substring(0, 16))));
  }

  private String text(Map<String, String> hashes) {
    try {
      return json.writeValueAsString(hashes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Names and hashes can always be written", e);
    }
  }

  /** Task access stands on the process, once per role: whoever is a candidate of one of its tasks may work in it. */
  private void grantTasks(ModelBundle bundle) {
    ModelReferences.rolesByProcess(bundle)
        .forEach((process, roles) -> roles.forEach(role -> grant(role, process)));
  }

  private void grant(String role, String process) {
    boolean there =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(role)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .count()
            > 0;
    if (there) {
      return;
    }
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId(role);
    right.setResource(Resources.PROCESS_DEFINITION);
    right.setResourceId(process);
    right.setPermissions(WORKING_ON_TASKS);
    authorizations.saveAuthorization(right);
  }

  /** The latest deployment for a scheme, or for the shared models. */
  public Optional<Deployed> latest(String schemeId) {
    return deployments().stream().filter(d -> java.util.Objects.equals(d.schemeId(), schemeId)).findFirst();
  }

  /** All deployments, newest first. */
  public List<Deployed> deployments() {
    return jdbc.sql(
            """
            select deployment_id, scheme_id, source, deployed_by, reason, bundle_hash, deployed_at
            from model_deployment order by deployed_at desc, deployment_id desc""")
        .query(
            (row, number) ->
                new Deployed(
                    row.getString("deployment_id"),
                    row.getString("scheme_id"),
                    row.getString("source"),
                    row.getString("deployed_by"),
                    row.getString("reason"),
                    row.getString("bundle_hash"),
                    row.getTimestamp("deployed_at").toInstant()))
        .list();
  }

  /** One deployment with its provenance. */
  public record Deployed(
      String deploymentId,
      String schemeId,
      String source,
      String deployedBy,
      String reason,
      String bundleHash,
      java.time.Instant deployedAt) {}
}
