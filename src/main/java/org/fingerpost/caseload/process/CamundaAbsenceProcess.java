package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.CoverAbsence.ABSENCE_BEGINS_AT;
import static org.fingerpost.referral.journey.CoverAbsence.ABSENCE_ENDS_AT;
import static org.fingerpost.referral.journey.CoverAbsence.MESSAGE_ENDED;
import static org.fingerpost.referral.journey.CoverAbsence.PROCESS_ID;

import java.time.Instant;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.caseload.AbsenceProcess;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.springframework.stereotype.Component;

/** Starts an instance of {@code cover-absence} for each absence. Its scheme's own model wins over the shared one. */
@Component
class CamundaAbsenceProcess implements AbsenceProcess {

  private final RuntimeService runtime;
  private final RepositoryService repository;

  CamundaAbsenceProcess(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public void start(String absenceId, String schemeId, Instant beginsAt, Instant endsAt) {
    var model =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(PROCESS_ID)
            .latestVersion()
            .tenantIdIn(schemeId)
            .includeProcessDefinitionsWithoutTenantId()
            .list()
            .stream()
            .max(Comparator.comparing(candidate -> candidate.getTenantId() != null))
            .orElseThrow(() -> new IllegalStateException("The process " + PROCESS_ID + " is not deployed"));
    var facts = Facts.of(ABSENCE_BEGINS_AT, beginsAt).and(ABSENCE_ENDS_AT, endsAt);
    SchemeScope.in(
        schemeId, () -> runtime.startProcessInstanceById(model.getId(), absenceId, facts.values()).getId());
  }

  @Override
  public void end(String absenceId) {
    var running =
        runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS_ID).processInstanceBusinessKey(absenceId);
    if (running.count() > 0) {
      runtime.createMessageCorrelation(MESSAGE_ENDED).processInstanceBusinessKey(absenceId).correlate();
    }
  }
}
