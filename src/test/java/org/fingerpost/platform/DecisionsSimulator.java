package org.fingerpost.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A decision table that answers as a test tells it to, and remembers what it was asked. */
public final class DecisionsSimulator implements Decisions {

  private final List<Question> asked = new ArrayList<>();
  private Function<Map<String, Object>, Map<String, Object>> table = facts -> Map.of();

  /** Answers every question by this function from facts to outputs. */
  public DecisionsSimulator answering(Function<Map<String, Object>, Map<String, Object>> table) {
    this.table = table;
    return this;
  }

  @Override
  public Answer ask(String decisionKey, String schemeId, Map<String, Object> facts) {
    asked.add(new Question(decisionKey, schemeId, Map.copyOf(facts)));
    return new Answer(
        decisionKey, decisionKey + ":1:simulated", 1, false, List.of("rule_simulated"), table.apply(facts));
  }

  public List<Question> asked() {
    return List.copyOf(asked);
  }

  public record Question(String decisionKey, String schemeId, Map<String, Object> facts) {}
}
