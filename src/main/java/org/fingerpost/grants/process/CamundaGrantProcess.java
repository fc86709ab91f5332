package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.JUDGE_DUE_AT;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_IN;
import static org.fingerpost.grants.journey.PayGrant.PAY_DUE_AT;
import static org.fingerpost.grants.journey.PayGrant.TERMS_ACCEPTED;
import static org.fingerpost.grants.journey.ProjectGrant.DECIDE_DUE_AT;
import static org.fingerpost.grants.journey.ScoreGrant.PANEL_MEMBER;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_DUE_AT;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_ID;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.fingerpost.grants.GrantProcess;
import org.fingerpost.grants.journey.CheckGrant;
import org.fingerpost.grants.journey.MonitorGrant;
import org.fingerpost.grants.journey.PayGrant;
import org.fingerpost.grants.journey.ProjectGrant;
import org.fingerpost.grants.journey.ScoreGrant;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Grants in Camunda: instances that belong to the scheme's tenant, and what groups and members say to those that wait for it. */
@Component
class CamundaGrantProcess implements GrantProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsUser asUser;

  CamundaGrantProcess(RuntimeService runtime, RepositoryService repository, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.asUser = asUser;
  }

  @Override
  public String start(String reference, String schemeId) {
    return started(
        ProjectGrant.PROCESS_ID,
        schemeId,
        model -> runtime.startProcessInstanceById(model.getId(), reference).getProcessInstanceId());
  }

  @Override
  public void askMember(String reference, String schemeId, UUID scoreId, String member, Instant dueAt) {
    var facts = Facts.of(SCORE_ID, scoreId.toString()).and(PANEL_MEMBER, member).and(SCORE_DUE_AT, dueAt);
    started(
        ScoreGrant.PROCESS_ID,
        schemeId,
        model ->
            runtime
                .createMessageCorrelation(ScoreGrant.MESSAGE_SCORE_ASKED)
                .processDefinitionId(model.getId())
                .processInstanceBusinessKey(reference)
                .setVariables(facts.values())
                .correlateStartMessage()
                .getProcessInstanceId());
  }

  @Override
  public void reportedLate(String reference, String schemeId, Instant judgeDueAt) {
    var facts = Facts.of(REPORT_IN, true).and(JUDGE_DUE_AT, judgeDueAt);
    started(
        MonitorGrant.PROCESS_ID,
        schemeId,
        model -> runtime.startProcessInstanceById(model.getId(), reference, facts.values()).getProcessInstanceId());
  }

  private String started(String process, String schemeId, Function<ProcessDefinition, String> start) {
    return asUser.runAsNobody(
        () -> {
          var model = model(process, schemeId);
          return SchemeScope.in(schemeId, () -> start.apply(model));
        });
  }

  @Override
  public void answered(String reference) {
    tell(waiting(CheckGrant.MESSAGE_ANSWERED).processInstanceBusinessKey(reference), Facts.none());
  }

  @Override
  public void panelScored(String processInstanceId, Instant decideDueAt) {
    tell(
        waiting(ProjectGrant.MESSAGE_PANEL_SCORED).processInstanceId(processInstanceId),
        Facts.of(DECIDE_DUE_AT, decideDueAt));
  }

  @Override
  public void termsAnswered(String reference, boolean accepted, Instant payDueAt) {
    tell(
        waiting(PayGrant.MESSAGE_TERMS_ANSWERED).processInstanceBusinessKey(reference),
        Facts.of(TERMS_ACCEPTED, accepted).and(PAY_DUE_AT, payDueAt));
  }

  @Override
  public void reported(String reference, Instant judgeDueAt) {
    tell(
        waiting(MonitorGrant.MESSAGE_REPORT_SENT).processInstanceBusinessKey(reference),
        Facts.of(JUDGE_DUE_AT, judgeDueAt));
  }

  @Override
  public void withdrawn(String processInstanceId) {
    tell(waiting(ProjectGrant.MESSAGE_WITHDRAWN).processInstanceId(processInstanceId), Facts.none());
  }

  private MessageCorrelationBuilder waiting(String message) {
    return runtime.createMessageCorrelation(message);
  }

  /** Whether this group, or this officer, may say it was asked before; the engine is told in nobody's name. */
  private void tell(MessageCorrelationBuilder message, Facts facts) {
    asUser.runAsNobody(
        () -> {
          try {
            message.setVariables(facts.values()).correlate();
            return null;
          } catch (MismatchingMessageCorrelationException e) {
            throw new IllegalStateException("Nothing waits for what was said about this grant", e);
          }
        });
  }

  @Override
  public void endScoring(String reference) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(reference)
        .processDefinitionKey(ScoreGrant.PROCESS_ID)
        .list()
        .forEach(
            instance ->
                runtime.deleteProcessInstanceIfExists(instance.getId(), "NOT_NEEDED", true, true, true, false));
  }

  /** The latest version of the scheme's own model or, if it has none, of the shared one. */
  private ProcessDefinition model(String process, String schemeId) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .tenantIdIn(schemeId)
        .includeProcessDefinitionsWithoutTenantId()
        .list()
        .stream()
        .max(Comparator.comparing(model -> model.getTenantId() != null))
        .orElseThrow(() -> new IllegalStateException("The process " + process + " is not deployed"));
  }
}
