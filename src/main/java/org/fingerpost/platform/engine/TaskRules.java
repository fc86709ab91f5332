package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Two rules that hold for every user task of every model: its name ends with the referral's reference, so that a list of tasks says
 * which is which, and a task that has a form is finished through the front door or not at all.
 */
class TaskRules extends AbstractBpmnParseListener {

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TaskRules::nameWithReference);
    if (definition.getCamundaFormDefinitionKey() != null) {
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TaskRules::throughTheDoor);
    }
    if (NamedTasks.namesSomebody(definition)) {
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TaskRules::takeTheRightBack);
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, TaskRules::takeTheRightBack);
    }
  }

  /** The right that a task in one person's hands brought them ends with the task. */
  private static void takeTheRightBack(DelegateTask task) {
    LeanReads.deleteAuthorizationsOfNamedTask(task.getId());
  }

  private static void nameWithReference(DelegateTask task) {
    String reference = task.getExecution().getProcessBusinessKey();
    task.setName(task.getName() + " · " + reference);
    // The front door reads it here, so that looking at a form need not read the process instance.
    task.setDescription(reference);
  }

  private static void throughTheDoor(DelegateTask task) {
    if (!FrontDoor.isSubmitting(task.getId())) {
      throw new NotValidException(
          "This task is finished with its form, so that what was agreed with the person is kept; open it and complete the form");
    }
  }
}
