package org.fingerpost.platform.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.fingerpost.platform.Decisions;
import org.springframework.stereotype.Component;

/**
 * Asks the engine's decision tables. The facts never become process variables: the caller keeps them where they belong, and the
 * engine's own decision history keeps them too, as codes.
 */
@Component
class EngineDecisions implements Decisions {

  private static final Cache<String, DecisionDefinition> IN_FORCE =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

  /** What a version of a table says to a combination of facts never changes. */
  private final Cache<List<Object>, List<Map<String, Object>>> collected =
      Caffeine.newBuilder().maximumSize(20_000).build();

  private final ProcessEngineConfigurationImpl engine;

  EngineDecisions(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public Answer ask(String decisionKey, String schemeId, Map<String, Object> facts) {
    return SchemeScope.in(
        schemeId,
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(
                    context ->
                        context.runWithoutAuthorization(
                            () -> evaluate(decisionKey, schemeId, facts))));
  }

  @Override
  public List<Map<String, Object>> collect(String decisionKey, String schemeId, Map<String, Object> facts) {
    return SchemeScope.in(
        schemeId,
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(
                    context ->
                        context.runWithoutAuthorization(
                            () -> {
                              String table = latest(decisionKey, schemeId).getId();
                              return collected.get(List.of(table, facts), key -> rows(table, facts));
                            })));
  }

  @Override
  public Answer askAgain(Answer before, Map<String, Object> facts) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      var table = engine.getRepositoryService().getDecisionDefinition(before.definitionId());
                      return evaluate(table, facts);
                    }));
  }

  @Override
  public Collected gather(String decisionKey, String schemeId, Map<String, Object> facts) {
    return SchemeScope.in(
        schemeId,
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(
                    context ->
                        context.runWithoutAuthorization(
                            () -> gather(latest(decisionKey, schemeId), facts))));
  }

  @Override
  public Collected gatherAgain(Collected before, Map<String, Object> facts) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> gather(engine.getRepositoryService().getDecisionDefinition(before.definitionId()), facts)));
  }

  private Collected gather(DecisionDefinition table, Map<String, Object> facts) {
    MatchedRules.forget();
    var result = engine.getDecisionService().evaluateDecisionTableById(table.getId()).variables(facts).evaluate();
    return new Collected(
        table.getKey(),
        table.getId(),
        table.getVersion(),
        table.getTenantId() != null,
        MatchedRules.heard(),
        result.getResultList());
  }

  private List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
    var result = engine.getDecisionService().evaluateDecisionTableById(table).variables(facts).evaluate();
    MatchedRules.forget();
    return result.getResultList();
  }

  private Answer evaluate(String key, String schemeId, Map<String, Object> facts) {
    return evaluate(latest(key, schemeId), facts);
  }

  private Answer evaluate(DecisionDefinition table, Map<String, Object> facts) {
    MatchedRules.forget();
    var result =
        engine
            .getDecisionService()
            .evaluateDecisionTableById(table.getId())
            .variables(facts)
            .evaluate();
    List<String> ruleIds = MatchedRules.heard();
    if (result.isEmpty()) {
      throw new IllegalStateException(
          "No row of the table %s version %d answers these facts; give it a last row that catches the rest"
              .formatted(table.getKey(), table.getVersion()));
    }
    return new Answer(
        table.getKey(),
        table.getId(),
        table.getVersion(),
        table.getTenantId() != null,
        ruleIds,
        result.getFirstResult().getEntryMap());
  }

  /** A table deployed on another node is asked a few seconds later; one deployed here, at once. */
  private DecisionDefinition latest(String key, String schemeId) {
    String wanted = schemeId + ' ' + key;
    DecisionDefinition known = IN_FORCE.getIfPresent(wanted);
    // The engine forgets a table when its deployment is taken back, and so does this.
    if (known == null || engine.getDeploymentCache().getDecisionDefinitionCache().get(known.getId()) == null) {
      known = lookUp(key, schemeId);
      IN_FORCE.put(wanted, known);
    }
    return known;
  }

  /** Called when anything is deployed on this node. */
  static void forgetWhatIsInForce() {
    IN_FORCE.invalidateAll();
  }

  private DecisionDefinition lookUp(String key, String schemeId) {
    var query = engine.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion();
    List<DecisionDefinition> tables =
        schemeId == null
            ? query.withoutTenantId().list()
            : query.tenantIdIn(schemeId).includeDecisionDefinitionsWithoutTenantId().list();
    return tables.stream()
        .filter(table -> schemeId != null && schemeId.equals(table.getTenantId()))
        .findFirst()
        .or(() -> tables.stream().filter(table -> table.getTenantId() == null).findFirst())
        .orElseThrow(() -> new IllegalStateException("No decision table '%s' is deployed".formatted(key)));
  }

  /** Hears which rows matched: the engine tells listeners, and leaves it out of the result. */
  static final class MatchedRules implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    private static void forget() {
      HEARD.remove();
    }

    private static List<String> heard() {
      List<String> rules = HEARD.get();
      forget();
      return rules == null ? List.of() : rules;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
      HEARD.set(event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
    }
  }
}
