package org.fingerpost.questionnaire.process;

import static org.fingerpost.questionnaire.journey.HelpWithApplication.HELP_ID;
import static org.fingerpost.questionnaire.journey.HelpWithApplication.MESSAGE_HELP_ASKED;
import static org.fingerpost.questionnaire.journey.HelpWithApplication.MESSAGE_SENT;
import static org.fingerpost.questionnaire.journey.HelpWithApplication.PROCESS_ID;

import java.util.Comparator;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.questionnaire.HelpProcess;
import org.springframework.stereotype.Component;

/** Starts a request for help in Camunda, in the scheme's tenant, and ends it when the application was sent. */
@Component
class CamundaHelpProcess implements HelpProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaHelpProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.asUser = asUser;
  }

  @Override
  public String start(UUID helpId, String reference, String schemeId) {
    return asUser.runAsNobody(
        () -> {
          var model = model(schemeId);
          return SchemeScope.in(
              schemeId,
              () ->
                  runtime
                      .createMessageCorrelation(MESSAGE_HELP_ASKED)
                      .processDefinitionId(model.getId())
                      .processInstanceBusinessKey(reference)
                      .setVariables(Facts.of(HELP_ID, helpId.toString()).values())
                      .correlateStartMessage()
                      .getProcessInstanceId());
        });
  }

  @Override
  public void applicationSent(String processInstanceId) {
    asUser.runAsNobody(
        () -> {
          runtime.createMessageCorrelation(MESSAGE_SENT).processInstanceId(processInstanceId).correlate();
          return null;
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
