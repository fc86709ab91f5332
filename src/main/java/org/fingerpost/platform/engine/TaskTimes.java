package org.fingerpost.platform.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.fingerpost.platform.TaskPlan;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives every user task of every model a due date and a priority when it is created: what the model says itself, and the
 * {@link TaskPlan} where it is silent. Set before the task's row is written, so it costs no statement of its own.
 */
class TaskTimes extends AbstractBpmnParseListener {

  private final ObjectProvider<TaskPlan> plan;

  TaskTimes(ObjectProvider<TaskPlan> plan) {
    this.plan = plan;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    if (definition.getCamundaFormDefinitionKey() != null) {
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> complete(task, definition));
    }
  }

  private void complete(DelegateTask task, TaskDefinition definition) {
    boolean dated = task.getDueDate() != null;
    boolean ranked = definition.getPriorityExpression() != null;
    if (dated && ranked || task.getTenantId() == null) {
      return;
    }
    plan.getObject()
        .plan(
            definition.getCamundaFormDefinitionKey().getExpressionText(),
            task.getTenantId(),
            task.getExecution().getProcessBusinessKey())
        .ifPresent(
            planned -> {
              if (!dated) {
                task.setDueDate(Date.from(planned.due()));
              }
              if (!ranked) {
                task.setPriority(planned.priority());
              }
            });
  }
}
