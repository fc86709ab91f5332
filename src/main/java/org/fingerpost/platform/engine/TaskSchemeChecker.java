package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The engine's check of schemes, which says "not yours" where the engine would report a failure of its own. To a browser the one is
 * a refusal, the other an error of the server.
 */
class TaskSchemeChecker extends TenantCommandChecker {

  @Override
  public void checkReadProcessDefinition(ProcessDefinition definition) {
    refusing(() -> super.checkReadProcessDefinition(definition));
  }

  @Override
  public void checkReadTask(TaskEntity task) {
    refusing(() -> super.checkReadTask(task));
  }

  @Override
  public void checkReadTaskVariable(TaskEntity task) {
    refusing(() -> super.checkReadTaskVariable(task));
  }

  @Override
  public void checkUpdateTaskVariable(TaskEntity task) {
    refusing(() -> super.checkUpdateTaskVariable(task));
  }

  @Override
  public void checkTaskAssign(TaskEntity task) {
    refusing(() -> super.checkTaskAssign(task));
  }

  @Override
  public void checkTaskWork(TaskEntity task) {
    refusing(() -> super.checkTaskWork(task));
  }

  private static void refusing(Runnable check) {
    try {
      check.run();
    } catch (ProcessEngineException e) {
      throw new AuthorizationException("This belongs to another scheme");
    }
  }
}
