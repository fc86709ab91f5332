package org.fingerpost.platform.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Date;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;

/**
 * Full history without its copies: the first value of a variable stands in the variable's own history row, so a second row that
 * repeats it is not written. Later changes of a variable are.
 */
class ThriftyHistory extends DbHistoryEventHandler {

  /** Open activities, tasks and instances of a nation's worst month are some 100,000; each costs about 150 bytes. */
  private final Cache<String, Date> began = Caffeine.newBuilder().maximumSize(200_000).build();

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
   * The engine reads a row back to learn when it began. What began lately on this node is remembered instead; a beginning never
   * changes, and what is no longer remembered is read.
   */
  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (!(event instanceof HistoricScopeInstanceEvent scope) || event.getId() == null) {
      super.insertOrUpdate(event);
    } else if (isInitialEvent(event)) {
      began.put(event.getId(), scope.getStartTime());
      super.insertOrUpdate(event);
    } else {
      Date start = began.getIfPresent(event.getId());
      if (start == null || getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null) {
        super.insertOrUpdate(event);
      } else {
        scope.setStartTime(start);
        getDbEntityManager().merge(event);
      }
    }
  }

  @Override
  protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
    return super.shouldWriteHistoricDetail(event)
        && event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE);
  }
}
