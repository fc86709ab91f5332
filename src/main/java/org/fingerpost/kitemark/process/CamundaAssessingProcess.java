package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.MESSAGE_ANSWERED;
import static org.fingerpost.kitemark.journey.KitemarkAward.MESSAGE_WITHDRAWN;
import static org.fingerpost.kitemark.journey.KitemarkAward.PROCESS_ID;

import java.util.Comparator;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.kitemark.AssessingProcess;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Starts an assessment in Camunda and tells it what the organisation does; the instance belongs to the scheme's tenant. */
@Component
class CamundaAssessingProcess implements AssessingProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaAssessingProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.asUser = asUser;
  }

  @Override
  public String start(String reference, String schemeId) {
    return asUser.runAsNobody(
        () -> {
          var model = model(schemeId);
          return SchemeScope.in(
              schemeId, () -> runtime.startProcessInstanceById(model.getId(), reference).getProcessInstanceId());
        });
  }

  @Override
  public void answered(String processInstanceId) {
    tell(processInstanceId, MESSAGE_ANSWERED);
  }

  @Override
  public void withdrawn(String processInstanceId) {
    tell(processInstanceId, MESSAGE_WITHDRAWN);
  }

  private void tell(String processInstanceId, String message) {
    asUser.runAsNobody(
        () -> {
          try {
            return runtime.createMessageCorrelation(message).processInstanceId(processInstanceId).correlateWithResult();
          } catch (MismatchingMessageCorrelationException e) {
            throw new IllegalStateException(
                "Process instance " + processInstanceId + " does not wait for " + message, e);
          }
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
