package org.fingerpost.safeguarding.process;

import static org.fingerpost.referral.journey.SafeguardingConcern.CONCERN_ID;
import static org.fingerpost.referral.journey.SafeguardingConcern.PROCESS_ID;
import static org.fingerpost.referral.journey.SafeguardingConcern.RAISED_BY;

import java.util.Comparator;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.safeguarding.ConcernProcess;
import org.springframework.stereotype.Component;

/** Starts a concern in Camunda: an instance of its own that belongs to the scheme's tenant, whichever model it runs. */
@Component
class CamundaConcernProcess implements ConcernProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaConcernProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.asUser = asUser;
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public String start(UUID concernId, String referralId, String schemeId, String raisedBy) {
    var facts = Facts.of(CONCERN_ID, concernId.toString()).and(RAISED_BY, raisedBy);
    return asUser.runAsNobody(
        () -> {
          var model = model(schemeId);
          return SchemeScope.in(
              schemeId,
              () -> runtime.startProcessInstanceById(model.getId(), referralId, facts.values()).getProcessInstanceId());
        });
  }

  /** The scheme's own model if it has one, else the shared one. */
  private ProcessDefinition model(String schemeId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS_ID)
        .latestVersion()
        .tenantIdIn(schemeId)
        .includeProcessDefinitionsWithoutTenantId()
        .listPage(0, 2)
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + PROCESS_ID + " is not deployed"));
  }
}
