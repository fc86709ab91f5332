package org.fingerpost.platform.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * The engine's task service without its side doors. Resolving a task, or ending it with an error or an escalation, takes facts and
 * moves the process on without the form and, unlike completing, without a listener that could object. Comments and attachments are
 * words about a person, which the engine does not keep.
 */
class FormTasks extends TaskServiceImpl {

  private static NotValidException onlyByForm() {
    return new NotValidException("A task here is taken, handed back, or finished with its form, and nothing else");
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
