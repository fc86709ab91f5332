package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.ActiveSignposting.DECISION_DUE_AT;
import static org.fingerpost.referral.journey.ActiveSignposting.MESSAGE_ANSWERED;
import static org.fingerpost.referral.journey.ActiveSignposting.SIGNPOST_ANSWER;
import static org.fingerpost.referral.journey.ReferralJourney.ENDING;
import static org.fingerpost.referral.journey.ReferralJourney.MESSAGE_ENDED;
import static org.fingerpost.referral.journey.ReferralJourney.PROCESS_ID;

import java.time.Instant;
import java.util.Comparator;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.referral.Ending;
import org.fingerpost.referral.ReferralProcess;
import org.fingerpost.referral.SignpostAnswer;
import org.fingerpost.referral.journey.IntroduceActivity;
import org.springframework.stereotype.Component;

/** Drives the journey in Camunda. The instance belongs to the scheme's tenant, whichever model it runs. */
@Component
class CamundaReferralProcess implements ReferralProcess {

  /** What may run beside the journey, with the same business key, and makes no sense once the referral has ended. */
  private static final String[] DEPENDS_ON_REFERRAL = {IntroduceActivity.PROCESS_ID, "later-review"};

  private static final int MOST_BESIDE = 100;

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
  public void end(String referralId, Ending ending) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE_ENDED)
          .processInstanceBusinessKey(referralId)
          .setVariables(Facts.of(ENDING, ending.name()).values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException("No journey of " + referralId + " waits for its ending", e);
    }
    stopWhatDepends(referralId);
  }

  @Override
  public void stopWhatDepends(String referralId) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(referralId)
        .processDefinitionKeyIn(DEPENDS_ON_REFERRAL)
        .rootProcessInstances()
        .listPage(0, MOST_BESIDE)
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "referral-ended"));
  }

  @Override
  public void signpostAnswered(String processInstanceId, SignpostAnswer answer, Instant decideBy) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE_ANSWERED)
          .processInstanceId(processInstanceId)
          .setVariables(Facts.of(SIGNPOST_ANSWER, answer.name()).and(DECISION_DUE_AT, decideBy).values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException("Process instance " + processInstanceId + " waits for no answer", e);
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
        .listPage(0, 2)
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + PROCESS_ID + " is not deployed"));
  }
}
