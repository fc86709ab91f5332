package org.fingerpost.decisions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fingerpost.models.ModelFiles;

/** One decision table of the project, asked without a process engine. */
public final class Table {

  private static final ThreadLocal<List<String>> MATCHED = ThreadLocal.withInitial(List::of);
  private static final DmnEngine ENGINE = engine();

  private final DmnDecision decision;
  private final Set<String> ruleIds = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Table(String id) {
    this(Path.of("dmn", id + ".dmn"), id);
  }

  private Table(Path file, String id) {
    var model = ModelFiles.decision(file);
    model.getModelElementsByType(Rule.class).forEach(rule -> ruleIds.add(rule.getId()));
    decision = ENGINE.parseDecision(id, model);
  }

  public static Table of(String id) {
    return new Table(id);
  }

  /** The table of a scheme's own. */
  public static Table of(String scheme, String id) {
    return new Table(Path.of("dmn", scheme, id + ".dmn"), id);
  }

  /** What every matching row says, for a table that collects; its rows' ids are {@link #matched()}. */
  public List<Map<String, Object>> collect(Map<String, Object> facts) {
    MATCHED.set(List.of());
    var result = ENGINE.evaluateDecisionTable(decision, Variables.fromMap(facts));
    asked.addAll(MATCHED.get());
    return result.getResultList();
  }

  /** Ids of the rows that matched last. */
  public List<String> matched() {
    return MATCHED.get();
  }

  /** What the one matching row says; fails if there is none. */
  Answer ask(Map<String, Object> facts) {
    MATCHED.set(List.of());
    var result = ENGINE.evaluateDecisionTable(decision, Variables.fromMap(facts));
    asked.addAll(MATCHED.get());
    if (result.isEmpty()) {
      throw new AssertionError("No row of %s answers %s".formatted(decision.getKey(), facts));
    }
    return new Answer(MATCHED.get().get(0), result.getSingleResult().getEntryMap());
  }

  /** Rows of the file, in order. */
  public Set<String> ruleIds() {
    return ruleIds;
  }

  /** Rows that have answered since this table was opened. */
  public List<String> rulesAsked() {
    return new ArrayList<>(asked);
  }

  private static DmnEngine engine() {
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(
            event ->
                MATCHED.set(
                    event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList()));
    return configuration.buildEngine();
  }

  record Answer(String ruleId, Map<String, Object> outputs) {}
}
