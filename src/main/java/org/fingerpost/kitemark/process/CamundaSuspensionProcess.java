package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.MESSAGE_NEW_MARK_AWARDED;
import static org.fingerpost.kitemark.journey.SuspendMark.ORGANISATION_ID;
import static org.fingerpost.kitemark.journey.SuspendMark.PROCESS_ID;
import static org.fingerpost.kitemark.journey.SuspendMark.REASON_CODE;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.Comparator;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.kitemark.SuspensionProcess;
import org.fingerpost.kitemark.SuspensionReason;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Starts a suspension in Camunda, and tells it that there is a new mark. */
@Component
class CamundaSuspensionProcess implements SuspensionProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaSuspensionProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.asUser = asUser;
  }

  @Override
  public String start(
      UUID suspensionId, String reference, String schemeId, String organisationId, SuspensionReason reason) {
    var facts =
        Facts.of(SUSPENSION_ID, suspensionId.toString())
            .and(ORGANISATION_ID, organisationId)
            .and(REASON_CODE, reason.name());
    return asUser.runAsNobody(
        () -> {
          var model = model(schemeId);
          return SchemeScope.in(
              schemeId,
              () -> runtime.startProcessInstanceById(model.getId(), reference, facts.values()).getProcessInstanceId());
        });
  }

  @Override
  public void newMark(String processInstanceId) {
    asUser.runAsNobody(
        () ->
            runtime
                .createMessageCorrelation(MESSAGE_NEW_MARK_AWARDED)
                .processInstanceId(processInstanceId)
                .correlateWithResult());
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
