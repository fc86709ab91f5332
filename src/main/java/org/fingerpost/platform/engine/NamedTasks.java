package org.fingerpost.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/**
 * Tasks that the model puts into the hands of one member of staff by name, whether or not they hold the task's role: what was decided
 * about a concern, for whoever raised it. Colleagues in the same role have no part in such a task and do not see it.
 */
final class NamedTasks {

  /** Whose tasks a colleague in the same role may take over. */
  private static final Set<String> COVERED = Set.of("${linkWorker}", "${officer}");

  private NamedTasks() {}

  /** Whether the model names somebody other than a link worker or officer, whose tasks any colleague may take over. */
  static boolean named(TaskEntity task) {
    return namesSomebody(task.getTaskDefinition());
  }

  static boolean namesSomebody(TaskDefinition definition) {
    var assignee = definition.getAssigneeExpression();
    return assignee != null && !COVERED.contains(assignee.getExpressionText());
  }

  static boolean inTheHandsOf(TaskEntity task, String userId) {
    return userId != null && userId.equals(task.getAssignee()) && named(task);
  }
}
