package org.fingerpost.platform.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;

/**
 * Every instance has a scheme. Rows without a tenant would be visible to every scheme, so starting one without is refused, unless it is
 * said to be {@linkplain SchemeScope#aboveSchemes above schemes}: then only its tasks' roles stand before it.
 */
class SchemeTenants implements TenantIdProvider {

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
    DelegateExecution caller = context.getSuperExecution();
    String scheme = caller != null ? caller.getTenantId() : SchemeScope.current();
    if (scheme == null && (caller != null || !SchemeScope.isAboveSchemes())) {
      throw new ProcessEngineException(
          "A process starts in a scheme: wrap the start in SchemeScope.in(schemeId, ...)");
    }
    return scheme;
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    return context.getExecution() != null
        ? context.getExecution().getTenantId()
        : SchemeScope.current();
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
    throw new ProcessEngineException("Fingerpost has no CMMN cases");
  }
}
