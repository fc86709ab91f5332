package org.fingerpost.platform.engine;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * A right on a process is not a right on each of its tasks: reading a task's form, taking it and finishing it also need the role
 * the model names as the task's candidates. A link worker cannot confirm a route in the team lead's place.
 */
class TaskRoleChecker extends AuthorizationCommandChecker {

  @Override
  public void checkTaskWork(TaskEntity task) {
    super.checkTaskWork(task);
    checkRole(task);
  }

  @Override
  public void checkTaskAssign(TaskEntity task) {
    super.checkTaskAssign(task);
    checkRole(task);
  }

  @Override
  public void checkReadTaskVariable(TaskEntity task) {
    super.checkReadTaskVariable(task);
    checkRole(task);
  }

  private static void checkRole(TaskEntity task) {
    var context = Context.getCommandContext();
    var authentication = context.getAuthentication();
    if (authentication == null || !context.isAuthorizationCheckEnabled()) {
      return;
    }
    Set<String> roles =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    var held = authentication.getGroupIds();
    if (held == null || Collections.disjoint(roles, held)) {
      throw new AuthorizationException("This task is for %s".formatted(String.join(", ", roles)));
    }
  }
}
