package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.MESSAGE_MARK_AWARDED;
import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.community.journey.SupportGroup.MESSAGE_GROUP_STOPPED;

import java.time.Instant;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.community.GroupKind;
import org.fingerpost.community.GroupProcess;
import org.fingerpost.community.journey.StartGroup;
import org.fingerpost.community.journey.SupportGroup;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Starts and steers what is done for groups in Camunda: an instance belongs to the scheme's tenant, whichever model it runs. */
@Component
class CamundaGroupProcess implements GroupProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaGroupProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.asUser = asUser;
  }

  @Override
  public String start(GroupKind kind, String reference, String schemeId) {
    String process = kind == GroupKind.SUPPORT ? SupportGroup.PROCESS_ID : StartGroup.PROCESS_ID;
    return asUser.runAsNobody(
        () -> {
          var model = model(process, schemeId);
          return SchemeScope.in(
              schemeId, () -> runtime.startProcessInstanceById(model.getId(), reference).getProcessInstanceId());
        });
  }

  @Override
  public void stop(String processInstanceId) {
    tell(processInstanceId, MESSAGE_GROUP_STOPPED, Facts.none());
  }

  @Override
  public void markAwarded(String processInstanceId, Instant listingDueAt) {
    tell(processInstanceId, MESSAGE_MARK_AWARDED, Facts.of(STEP_DUE_AT, listingDueAt));
  }

  private void tell(String processInstanceId, String message, Facts facts) {
    asUser.runAsNobody(
        () -> {
          runtime
              .createMessageCorrelation(message)
              .processInstanceId(processInstanceId)
              .setVariables(facts.values())
              .correlate();
          return null;
        });
  }

  /** The scheme's own model if it has one, else the shared one. */
  private ProcessDefinition model(String processId, String schemeId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(processId)
        .latestVersion()
        .tenantIdIn(schemeId)
        .includeProcessDefinitionsWithoutTenantId()
        .listPage(0, 2)
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + processId + " is not deployed"));
  }
}
