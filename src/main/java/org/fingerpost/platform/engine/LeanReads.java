package org.fingerpost.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's managers without the statements that can find nothing here. Each leans on a rule that stands elsewhere: no
 * authorisation row per task or instance ({@link NoRowPerTask}; {@link TaskRules} deletes those of the few tasks that have one), no sub-tasks and no variables of a task's own (tasks come from
 * models and end through the front door), and definitions that never change once deployed.
 *
 * <p>Suspending a definition is not used in Fingerpost and would be noticed late by another node; a scheme is paused by its sources'
 * dates.
 */
final class LeanReads {

  private LeanReads() {}

  static List<SessionFactory> factories() {
    return List.of(
        new Factory(AuthorizationManager.class, Authorizations::new),
        new Factory(TaskManager.class, Tasks::new),
        new Factory(VariableInstanceManager.class, Variables::new),
        new Factory(ProcessDefinitionManager.class, Definitions::new),
        new Factory(DecisionDefinitionManager.class, Tables::new),
        new Factory(JobDefinitionManager.class, JobDefinitions::new),
        new Factory(JobManager.class, Jobs::new));
  }

  /** Deletes the authorisation rows of a task that has some: one that the model gives to one person by name ({@link NamedTasks}). */
  static void deleteAuthorizationsOfNamedTask(String taskId) {
    ((Authorizations) Context.getCommandContext().getAuthorizationManager()).deleteOfNamedTask(taskId);
  }

  private record Factory(Class<?> type, Supplier<Session> session) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return type;
    }

    @Override
    public Session openSession() {
      return session.get();
    }
  }

  private static final class Authorizations extends AuthorizationManager {

    /** Asking which groups have rights at all costs more than it saves, because ours all have. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
      return groupIds == null ? List.of() : groupIds;
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
      if (resource != Resources.TASK && resource != Resources.PROCESS_INSTANCE) {
        super.deleteAuthorizationsByResourceId(resource, resourceId);
      }
    }

    private void deleteOfNamedTask(String taskId) {
      super.deleteAuthorizationsByResourceId(Resources.TASK, taskId);
    }
  }

  private static final class Tasks extends TaskManager {

    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
      return List.of();
    }
  }

  private static final class Variables extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
      return List.of();
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
        String taskId, Collection<String> names) {
      return List.of();
    }
  }

  private static final class Definitions extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
      ProcessDefinitionEntity cached =
          Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(id);
      return cached != null ? cached : super.findLatestProcessDefinitionById(id);
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
      return findLatestProcessDefinitionById(id);
    }

    @Override
    public ProcessDefinitionEntity findProcessDefinitionByDeploymentAndKey(String deploymentId, String key) {
      var cache = Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache();
      for (String id : cache.keySet()) {
        ProcessDefinitionEntity cached = cache.get(id);
        if (cached != null && deploymentId.equals(cached.getDeploymentId()) && key.equals(cached.getKey())) {
          return cached;
        }
      }
      return super.findProcessDefinitionByDeploymentAndKey(deploymentId, key);
    }

    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deploymentId, String key) {
      return findProcessDefinitionByDeploymentAndKey(deploymentId, key);
    }
  }

  private static final class Tables extends DecisionDefinitionManager {

    @Override
    public DecisionDefinitionEntity findDecisionDefinitionById(String id) {
      DecisionDefinitionEntity cached =
          Context.getProcessEngineConfiguration().getDeploymentCache().getDecisionDefinitionCache().get(id);
      return cached != null ? cached : super.findDecisionDefinitionById(id);
    }

    @Override
    public DecisionDefinitionEntity findLatestDefinitionById(String id) {
      return findDecisionDefinitionById(id);
    }
  }

  /** A job definition belongs to its process definition; nothing here suspends one or overrides its priority. */
  private static final class JobDefinitions extends JobDefinitionManager {

    private static final Map<String, JobDefinitionEntity> KNOWN = new ConcurrentHashMap<>();

    @Override
    public JobDefinitionEntity findById(String jobDefinitionId) {
      JobDefinitionEntity known = KNOWN.get(jobDefinitionId);
      if (known == null) {
        known = super.findById(jobDefinitionId);
        if (known != null) {
          KNOWN.put(jobDefinitionId, known);
        }
      }
      return known;
    }
  }

  private static final class Jobs extends JobManager {

    /** Messages are never delivered by a job of their own, so an event subscription that goes has none to take with it. */
    @Override
    public List<JobEntity> findJobsByConfiguration(String handlerType, String configuration, String tenantId) {
      return ProcessEventJobHandler.TYPE.equals(handlerType)
          ? List.of()
          : super.findJobsByConfiguration(handlerType, configuration, tenantId);
    }
  }
}
