package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KeepMark.EVENT_NEXT_DATE;
import static org.fingerpost.kitemark.journey.KeepMark.MESSAGE_MARK_ENDED;
import static org.fingerpost.kitemark.journey.KeepMark.PROCESS_ID;

import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.kitemark.UpkeepProcess;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Keeps marks in Camunda: one instance each, which belongs to the scheme's tenant. */
@Component
class CamundaUpkeepProcess implements UpkeepProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final AsUser asUser;

  CamundaUpkeepProcess(
      RuntimeService runtime, RepositoryService repository, ManagementService management, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
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

  /** The timer of the next date fires now: what it finds is what is due now. */
  @Override
  public void lookNow(String reference) {
    asUser.runAsNobody(
        () -> {
          instance(reference)
              .flatMap(
                  id ->
                      Optional.ofNullable(
                          management.createJobQuery().processInstanceId(id).activityId(EVENT_NEXT_DATE).singleResult()))
              .ifPresent(timer -> management.executeJob(timer.getId()));
          return null;
        });
  }

  @Override
  public void end(String reference) {
    asUser.runAsNobody(
        () -> {
          instance(reference)
              .ifPresent(id -> runtime.createMessageCorrelation(MESSAGE_MARK_ENDED).processInstanceId(id).correlate());
          return null;
        });
  }

  private Optional<String> instance(String reference) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(PROCESS_ID)
                .singleResult())
        .map(instance -> instance.getProcessInstanceId());
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
