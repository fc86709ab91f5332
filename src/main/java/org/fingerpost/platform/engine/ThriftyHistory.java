package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Full history without its copies: the first value of a variable stands in the variable's own history row, so a second row that
 * repeats it is not written. Later changes of a variable are.
 */
class ThriftyHistory extends DbHistoryEventHandler {

  /** The front door submits facts; a second copy of each as a "form property" tells nobody more. */
  @Override
  public void handleEvent(HistoryEvent event) {
    if (!isCopy(event)) {
      super.handleEvent(event);
    }
  }

  private static boolean isCopy(HistoryEvent event) {
    return event instanceof HistoricFormPropertyEventEntity
        // who could take a task stands in its model, who took it in the operation log and the task's own history
        || event instanceof HistoricIdentityLinkLogEventEntity
        // facts, rule and version of a decision are kept by whoever asked, with the referral
        || event instanceof HistoricDecisionEvaluationEvent
        // that a timer was made and fired stands in the activity history; failures are kept
        || event instanceof HistoricJobLogEventEntity log && log.getJobExceptionMessage() == null;
  }

  /**
   * The engine reads a row back to learn when it began. For a user task that is known: the task says when it was created.
   */
  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (!isInitialEvent(event) && event instanceof HistoricScopeInstanceEvent scope) {
      var entities = getDbEntityManager();
      var task =
          entities.getCachedEntitiesByType(TaskEntity.class).stream().filter(known -> isOf(known, event)).findFirst();
      if (task.isPresent() && entities.getCachedEntity(event.getClass(), event.getId()) == null) {
        scope.setStartTime(task.get().getCreateTime());
        entities.merge(event);
        return;
      }
    }
    super.insertOrUpdate(event);
  }

  private static boolean isOf(TaskEntity task, HistoryEvent event) {
    return event instanceof HistoricTaskInstanceEventEntity about
        ? task.getId().equals(about.getTaskId())
        : event instanceof HistoricActivityInstanceEventEntity activity
            && task.getTaskDefinitionKey().equals(activity.getActivityId())
            && task.getExecutionId() != null
            && task.getExecutionId().equals(activity.getExecutionId());
  }

  @Override
  protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
    return super.shouldWriteHistoricDetail(event)
        && event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE);
  }
}
