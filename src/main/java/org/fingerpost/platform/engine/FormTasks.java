package org.fingerpost.platform.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The engine's task service without its side doors. Resolving a task, or ending it with an error or an escalation, takes facts and
 * moves the process on without the form and, unlike completing, without a listener that could object. Comments and attachments are
 * words about a person, which the engine does not keep.
 */
class FormTasks extends TaskServiceImpl {

  private final ObjectProvider<Words> words;

  FormTasks(ObjectProvider<Words> words) {
    this.words = words;
  }

  private static NotValidException onlyByForm() {
    return new NotValidException("A task here is taken, handed back, or finished with its form, and nothing else");
  }

  /** Members of staff take tasks in their own name; only the model puts a task into somebody else's hands. */
  @Override
  public void claim(String taskId, String userId) {
    commandExecutor.execute(
        context -> {
          stillOpen(context, taskId);
          String me = context.getAuthenticatedUserId();
          if (me != null && !me.equals(userId)) {
            throw new AuthorizationException(say("platform.task.own-name"));
          }
          return new ClaimTaskCmd(taskId, userId).execute(context);
        });
  }

  /** Handing back what one has taken needs no right over colleagues' tasks. */
  @Override
  public void setAssignee(String taskId, String userId) {
    boolean handsBack =
        userId == null
            && commandExecutor.execute(
                context -> {
                  TaskEntity task = stillOpen(context, taskId);
                  String me = context.getAuthenticatedUserId();
                  if (me == null || !me.equals(task.getAssignee())) {
                    return false;
                  }
                  context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
                  return context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(context) == null);
                });
    if (!handsBack) {
      super.setAssignee(taskId, userId);
    }
  }

  @Override
  public List<IdentityLink> getIdentityLinksForTask(String taskId) {
    return commandExecutor.execute(
        context -> {
          stillOpen(context, taskId);
          return new GetIdentityLinksForTaskCmd(taskId).execute(context);
        });
  }

  private TaskEntity stillOpen(CommandContext context, String taskId) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw new BadUserRequestException(say("platform.task.gone"));
    }
    return task;
  }

  private String say(String key) {
    return words.getObject().say(Language.of(LocaleContextHolder.getLocale()), key);
  }

  @Override
  public void delegateTask(String taskId, String userId) {
    throw onlyByForm();
  }

  @Override
  public void resolveTask(String taskId) {
    throw onlyByForm();
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    throw onlyByForm();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode) {
    throw onlyByForm();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
    throw onlyByForm();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
    throw onlyByForm();
  }

  @Override
  public void handleEscalation(String taskId, String escalationCode) {
    throw onlyByForm();
  }

  @Override
  public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
    throw onlyByForm();
  }

  @Override
  public Comment createComment(String taskId, String processInstanceId, String message) {
    throw onlyByForm();
  }

  @Override
  public Attachment createAttachment(
      String type, String taskId, String processInstanceId, String name, String description, InputStream content) {
    throw onlyByForm();
  }

  @Override
  public Attachment createAttachment(
      String type, String taskId, String processInstanceId, String name, String description, String url) {
    throw onlyByForm();
  }
}
