package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.ReferralJourney.MESSAGE_WITHDRAWN;
import static org.fingerpost.referral.journey.ReferralJourney.PROCESS_ID;

import java.util.Comparator;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.referral.ReferralProcess;
import org.springframework.stereotype.Component;

/** Drives the journey in Camunda. The instance belongs to the scheme's tenant, whichever model it runs. */
@Component
class CamundaReferralProcess implements ReferralProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaReferralProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.asUser = asUser;
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public String start(String referralId, String schemeId) {
    return asUser.runAsNobody(
        () -> {
          var model = model(schemeId);
          return SchemeScope.in(
              schemeId, () -> runtime.startProcessInstanceById(model.getId(), referralId).getProcessInstanceId());
        });
  }

  @Override
  public void withdraw(String referralId) {
    try {
      runtime.createMessageCorrelation(MESSAGE_WITHDRAWN).processInstanceBusinessKey(referralId).correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException("No journey of " + referralId + " waits for a withdrawal", e);
    }
  }

  /** The latest version of the scheme's own model or, if it has none, of the shared one: one query for both. */
  private ProcessDefinition model(String schemeId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS_ID)
        .latestVersion()
        .tenantIdIn(schemeId)
        .includeProcessDefinitionsWithoutTenantId()
        .list()
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + PROCESS_ID + " is not deployed"));
  }
}
