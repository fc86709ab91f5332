package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ACTIVITY_CHOSEN;
import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER;
import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER_DUE_AT;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.IntroduceActivity.KEEP_WAITING;
import static org.fingerpost.referral.journey.IntroduceActivity.LOOK_AGAIN;
import static org.fingerpost.referral.journey.IntroduceActivity.MESSAGE_ANSWERED;
import static org.fingerpost.referral.journey.IntroduceActivity.MESSAGE_WANTED;
import static org.fingerpost.referral.journey.PausedIntroduction.MESSAGE_MARK_ENDED;
import static org.fingerpost.referral.journey.PausedIntroduction.MESSAGE_PAUSED;
import static org.fingerpost.referral.journey.PausedIntroduction.MESSAGE_RESUMED;
import static org.fingerpost.referral.journey.ProviderQuestion.MESSAGE_QUESTION_ASKED;
import static org.fingerpost.referral.journey.ProviderQuestion.QUESTION_DUE_AT;
import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;
import static org.fingerpost.referral.journey.WaitForPlace.GIVEN_UP;
import static org.fingerpost.referral.journey.WaitForPlace.LOOK_AGAIN_AT;
import static org.fingerpost.referral.journey.WaitForPlace.MESSAGE_PLACE_TOLD;
import static org.fingerpost.referral.journey.WaitForPlace.MESSAGE_WAIT_LISTED;
import static org.fingerpost.referral.journey.WaitForPlace.PLACE_FOUND;
import static org.fingerpost.referral.journey.WaitForPlace.PLACE_RESULT;
import static org.fingerpost.referral.journey.WaitForPlace.STILL_WAITING;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.IntroductionProcess;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.referral.journey.IntroduceActivity;
import org.fingerpost.referral.journey.PausedIntroduction;
import org.fingerpost.referral.journey.ProviderQuestion;
import org.fingerpost.referral.journey.WaitForPlace;
import org.springframework.stereotype.Component;

/** Correlates what providers say to the instances that wait for it, and starts and ends what runs beside a journey. */
@Component
class CamundaIntroductionProcess implements IntroductionProcess {

  private static final List<String> BESIDE_A_JOURNEY =
      List.of(
          IntroduceActivity.PROCESS_ID,
          WaitForPlace.PROCESS_ID,
          ProviderQuestion.PROCESS_ID,
          PausedIntroduction.PROCESS_ID);

  private final RuntimeService runtime;
  private final RepositoryService repository;

  CamundaIntroductionProcess(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public void answered(String processInstanceId, Answer answer) {
    tell(processInstanceId, MESSAGE_ANSWERED, Facts.of(ANSWER, answer.name()));
  }

  @Override
  public void placeTold(String processInstanceId, Answer answer, Instant lookAgainAt) {
    String result =
        answer == Answer.ACCEPTED ? PLACE_FOUND : answer == Answer.WAITING_LIST ? STILL_WAITING : GIVEN_UP;
    var facts = Facts.of(PLACE_RESULT, result);
    tell(processInstanceId, MESSAGE_PLACE_TOLD, lookAgainAt == null ? facts : facts.and(LOOK_AGAIN_AT, lookAgainAt));
  }

  private void tell(String processInstanceId, String message, Facts facts) {
    try {
      runtime
          .createMessageCorrelation(message)
          .processInstanceId(processInstanceId)
          .setVariables(facts.values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException(
          "Process instance " + processInstanceId + " does not wait for " + message, e);
    }
  }

  @Override
  public String introduceFurther(Beside beside) {
    return start(
        beside.referralId(),
        beside.schemeId(),
        IntroduceActivity.PROCESS_ID,
        MESSAGE_WANTED,
        about(beside).and(ACTIVITY_CHOSEN, true).and(LOOK_AGAIN, false));
  }

  @Override
  public String chooseFurther(String referralId, String schemeId, String linkWorker) {
    return start(
        referralId,
        schemeId,
        IntroduceActivity.PROCESS_ID,
        MESSAGE_WANTED,
        Facts.of(LINK_WORKER, linkWorker).and(ACTIVITY_CHOSEN, false).and(LOOK_AGAIN, true));
  }

  @Override
  public String waitForPlace(Beside beside, Instant lookAgainAt) {
    return start(
        beside.referralId(),
        beside.schemeId(),
        WaitForPlace.PROCESS_ID,
        MESSAGE_WAIT_LISTED,
        about(beside).and(LOOK_AGAIN_AT, lookAgainAt));
  }

  @Override
  public String ask(Beside beside, Instant dueAt) {
    return start(
        beside.referralId(),
        beside.schemeId(),
        ProviderQuestion.PROCESS_ID,
        MESSAGE_QUESTION_ASKED,
        about(beside).and(QUESTION_DUE_AT, dueAt));
  }

  @Override
  public void keepWaiting(String processInstanceId, Instant until) {
    tell(processInstanceId, MESSAGE_ANSWERED, Facts.of(ANSWER, KEEP_WAITING).and(ANSWER_DUE_AT, until));
  }

  @Override
  public String pause(Beside beside) {
    return start(beside.referralId(), beside.schemeId(), PausedIntroduction.PROCESS_ID, MESSAGE_PAUSED, about(beside));
  }

  @Override
  public void resumed(String pauseInstanceId) {
    tell(pauseInstanceId, MESSAGE_RESUMED, Facts.none());
  }

  @Override
  public void markEnded(String pauseInstanceId) {
    runtime.createMessageCorrelation(MESSAGE_MARK_ENDED).processInstanceId(pauseInstanceId).correlateAll();
  }

  private static Facts about(Beside beside) {
    return Facts.of(LINK_WORKER, beside.linkWorker()).and(INTRODUCTION_ID, beside.introductionId().toString());
  }

  private String start(String referralId, String schemeId, String processId, String message, Facts facts) {
    var model = model(processId, schemeId);
    return SchemeScope.in(
        schemeId,
        () ->
            runtime
                .createMessageCorrelation(message)
                .processDefinitionId(model.getId())
                .processInstanceBusinessKey(referralId)
                .setVariables(facts.values())
                .correlateStartMessage()
                .getProcessInstanceId());
  }

  /** The latest version of the scheme's own model or, if it has none, of the shared one. */
  private ProcessDefinition model(String processId, String schemeId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(processId)
        .latestVersion()
        .tenantIdIn(schemeId)
        .includeProcessDefinitionsWithoutTenantId()
        .list()
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + processId + " is not deployed"));
  }

  @Override
  public void end(String processInstanceId) {
    runtime.deleteProcessInstanceIfExists(processInstanceId, "NOT_NEEDED", true, true, true, false);
  }

  @Override
  public void endBesides(String referralId) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(referralId)
        .processDefinitionKeyIn(BESIDE_A_JOURNEY.toArray(String[]::new))
        .rootProcessInstances()
        .list()
        .forEach(instance -> end(instance.getId()));
  }
}
