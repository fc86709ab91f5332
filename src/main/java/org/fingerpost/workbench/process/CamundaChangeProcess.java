package org.fingerpost.workbench.process;

import static org.fingerpost.workbench.journey.ChangeModel.APPROVE_CHANGE;
import static org.fingerpost.workbench.journey.ChangeModel.AUTHOR;
import static org.fingerpost.workbench.journey.ChangeModel.MESSAGE_WITHDRAWN;
import static org.fingerpost.workbench.journey.ChangeModel.PROCESS_ID;
import static org.fingerpost.workbench.journey.ChangeModel.REVISE_CHANGE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.SchemeScope;
import org.fingerpost.workbench.change.ChangeDecision;
import org.fingerpost.workbench.change.ChangeProcess;
import org.springframework.stereotype.Component;

/** Changes in Camunda: instances above schemes, whose tasks the pages finish through the same front door as Tasklist. */
@Component
class CamundaChangeProcess implements ChangeProcess {

  /** Before all that has no priority of its own, which is 50. */
  private static final int URGENT = 90;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final FormService forms;
  private final AsUser asUser;

  CamundaChangeProcess(
      RuntimeService runtime, RepositoryService repository, TaskService tasks, FormService forms, AsUser asUser) {
    this.runtime = runtime;
    this.repository = repository;
    this.tasks = tasks;
    this.forms = forms;
    this.asUser = asUser;
  }

  @Override
  public void start(String reference, String author) {
    asUser.runAsNobody(
        () -> {
          var model =
              repository
                  .createProcessDefinitionQuery()
                  .processDefinitionKey(PROCESS_ID)
                  .withoutTenantId()
                  .latestVersion()
                  .singleResult();
          return SchemeScope.aboveSchemes(
              () -> runtime.startProcessInstanceById(model.getId(), reference, Facts.of(AUTHOR, author).values()));
        });
  }

  @Override
  public void decide(String userId, String reference, ChangeDecision decision, String words) {
    var answers = new HashMap<String, Object>();
    answers.put("decision", decision.name());
    if (words != null && !words.isBlank()) {
      answers.put("words", words.strip());
    }
    finish(userId, reference, APPROVE_CHANGE, answers);
  }

  @Override
  public void proposeAgain(String userId, String reference, String reason, LocalDate effectiveFrom) {
    finish(userId, reference, REVISE_CHANGE, Map.of("reason", reason, "effectiveFrom", effectiveFrom.toString()));
  }

  private void finish(String userId, String reference, String step, Map<String, Object> answers) {
    var task = open(reference, step).orElseThrow(() -> new InvalidInput("decision", "change.problem.decided"));
    if (!userId.equals(task.getAssignee())) {
      asUser.runAsNobody(
          () -> {
            tasks.setAssignee(task.getId(), userId);
            return null;
          });
    }
    asUser.run(userId, () -> forms.submitTaskForm(task.getId(), new HashMap<>(answers)));
  }

  @Override
  public void withdrawn(String reference) {
    asUser.runAsNobody(
        () -> {
          runtime.createMessageCorrelation(MESSAGE_WITHDRAWN).processInstanceBusinessKey(reference).correlate();
          return null;
        });
  }

  @Override
  public void urge(String reference) {
    open(reference, APPROVE_CHANGE).ifPresent(task -> tasks.setPriority(task.getId(), URGENT));
  }

  private Optional<Task> open(String reference, String step) {
    return asUser.runAsNobody(
        () ->
            Optional.ofNullable(
                tasks.createTaskQuery().processInstanceBusinessKey(reference).taskDefinitionKey(step).singleResult()));
  }
}
