package org.fingerpost.platform.engine;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reading a task's form, taking it and finishing it need one of the roles that the model names as the task's candidates, in the
 * task's own scheme (the tenant check stands beside this one). That is narrower than the engine's own check, which asks for a right
 * on the process: with it a link worker could confirm a route in the team lead's place. The rights on processes decide about lists.
 * A task that the model gives to one person by name is theirs too ({@link NamedTasks}).
 */
class TaskRoleChecker extends AuthorizationCommandChecker {

  @Override
  public void checkTaskWork(TaskEntity task) {
    checkRole(task);
  }

  @Override
  public void checkTaskAssign(TaskEntity task) {
    checkRole(task);
  }

  @Override
  public void checkReadTaskVariable(TaskEntity task) {
    checkRole(task);
  }

  private static void checkRole(TaskEntity task) {
    var context = Context.getCommandContext();
    var authentication = context.getAuthentication();
    if (authentication == null || !context.isAuthorizationCheckEnabled()) {
      return;
    }
    Set<String> roles =
        task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
            .map(Expression::getExpressionText)
            .collect(Collectors.toSet());
    var held = authentication.getGroupIds();
    boolean inRole = held != null && !Collections.disjoint(roles, held);
    if (!inRole && !NamedTasks.inTheHandsOf(task, authentication.getUserId())) {
      throw new AuthorizationException("This task is for %s".formatted(String.join(", ", roles)));
    }
  }
}
