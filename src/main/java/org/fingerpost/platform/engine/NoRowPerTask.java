package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Task access is granted once per role and process, when a model is deployed. The engine's default of one authorisation row per
 * task makes counting tasks take seconds, and leaves rights with people who handed a task over. The exception are the few tasks
 * that the model gives to one person by name ({@link NamedTasks}): no role may list those.
 */
class NoRowPerTask extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
    boolean byName = newAssignee != null && task instanceof TaskEntity entity && NamedTasks.named(entity);
    return byName ? super.newTaskAssignee(task, oldAssignee, newAssignee) : null;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
    return null;
  }
}
