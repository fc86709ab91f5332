package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** History names the process of every event; the definition is in the deployment cache and need not be read from its table. */
class CachedDefinitions extends CacheAwareHistoryEventProducer {

  @Override
  protected ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .findDeployedProcessDefinitionById(definitionId);
  }
}
