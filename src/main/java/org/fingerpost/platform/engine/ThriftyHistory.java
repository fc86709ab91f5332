package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Full history without its copies: the first value of a variable stands in the variable's own history row, so a second row that
 * repeats it is not written. Later changes of a variable are.
 */
class ThriftyHistory extends DbHistoryEventHandler {

  @Override
  protected boolean shouldWriteHistoricDetail(HistoricVariableUpdateEventEntity event) {
    return super.shouldWriteHistoricDetail(event)
        && event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE);
  }
}
