package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.caseload.WorkInHand;
import org.fingerpost.platform.engine.Facts;
import org.springframework.stereotype.Component;

/**
 * Moves a referral's tasks and the variable that names its link worker. Team leads' tasks have other assignees and stay where they
 * are, a concern or a review that runs beside the journey moves with it.
 */
@Component
class CamundaWorkInHand implements WorkInHand {

  private final RuntimeService runtime;
  private final TaskService tasks;

  CamundaWorkInHand(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public void move(String referralId, String fromUser, String toUser) {
    runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(referralId).list().stream()
                .map(instance -> instance.getProcessInstanceId())
                .toArray(String[]::new))
        .variableName(LINK_WORKER.name())
        .list()
        .stream()
        .filter(variable -> fromUser.equals(variable.getValue()))
        .forEach(variable -> runtime.setVariables(variable.getExecutionId(), Facts.of(LINK_WORKER, toUser).values()));
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(referralId)
        .taskAssignee(fromUser)
        .list()
        .forEach(task -> tasks.setAssignee(task.getId(), toUser));
  }
}
