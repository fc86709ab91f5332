package org.fingerpost.outcome.process;

import static org.fingerpost.referral.journey.LaterReview.PROCESS_ID;
import static org.fingerpost.referral.journey.LaterReview.REVIEW_DUE_AT;
import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;

import java.time.Instant;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.outcome.LaterReviewProcess;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Begins later reviews in Camunda, each an instance of its own that belongs to the scheme's tenant. */
@Component
class CamundaLaterReviewProcess implements LaterReviewProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;

  CamundaLaterReviewProcess(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public void begin(String referralId, String schemeId, String linkWorker, Instant dueAt) {
    var model = model(schemeId);
    var facts = Facts.of(LINK_WORKER, linkWorker).and(REVIEW_DUE_AT, dueAt);
    SchemeScope.in(schemeId, () -> runtime.startProcessInstanceById(model.getId(), referralId, facts.values()));
  }

  /** The latest version of the scheme's own model or, if it has none, of the shared one. */
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
