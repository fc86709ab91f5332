package org.fingerpost.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's authorisations without work that has no use here: there is no row per task or instance to delete ({@link
 * NoRowPerTask}), and asking which groups have rights at all costs more than it saves, because ours all have.
 */
class LeanAuthorizations extends AuthorizationManager {

  static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new LeanAuthorizations();
    }
  }

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
}
