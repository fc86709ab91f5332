package org.fingerpost.platform;

import java.util.List;
import java.util.Map;

/** Asks decision tables. The table deployed for a scheme wins over the shared one, for that scheme only. */
public interface Decisions {

  /**
   * Evaluates the latest version of a table.
   *
   * @param decisionKey id of the decision, which is also its file's stem
   * @param schemeId whose own table wins; {@code null} asks the shared one, for what is above schemes
   * @param facts coded facts by input name: flags, numbers, codes. Every input of the table must be present
   * @throws IllegalStateException if no such table is deployed or no row answers
   */
  Answer ask(String decisionKey, String schemeId, Map<String, Object> facts);

  /**
   * Evaluates the latest version of a table that collects: what every matching row says, in table order; empty where none
   * matches. For putting in order what a person then chooses from: answers are remembered, so that asking the same of
   * many things costs one evaluation.
   *
   * @param facts as for {@link #ask}
   */
  default List<Map<String, Object>> collect(String decisionKey, String schemeId, Map<String, Object> facts) {
    throw new UnsupportedOperationException("These decisions cannot collect");
  }

  /**
   * Asks the very version of a table that answered before, whatever has been deployed since: an appeal is decided by the rules
   * that were in force.
   *
   * @param before the answer whose version is asked again
   * @param facts as for {@link #ask}
   */
  default Answer askAgain(Answer before, Map<String, Object> facts) {
    throw new UnsupportedOperationException("These decisions cannot ask a former version");
  }

  /**
   * Like {@link #collect}, with what is needed to explain the answer later. Remembers nothing.
   *
   * @param facts as for {@link #ask}
   */
  default Collected gather(String decisionKey, String schemeId, Map<String, Object> facts) {
    throw new UnsupportedOperationException("These decisions cannot collect");
  }

  /** Like {@link #askAgain}, for a table that collects. */
  default Collected gatherAgain(Collected before, Map<String, Object> facts) {
    throw new UnsupportedOperationException("These decisions cannot ask a former version");
  }

  /**
   * What every matching row of a table said.
   *
   * @param definitionId the engine's id of the exact version asked
   * @param version the version, counted from 1 per scheme
   * @param ownTable whether the scheme's own table answered rather than the shared one
   * @param ruleIds ids of the rows that matched, in table order
   * @param rows what each of them says, in the same order; empty where none matches
   */
  record Collected(
      String decisionKey,
      String definitionId,
      int version,
      boolean ownTable,
      List<String> ruleIds,
      List<Map<String, Object>> rows) {}

  /**
   * What the table said.
   *
   * @param definitionId the engine's id of the exact version asked
   * @param version the version, counted from 1 per scheme
   * @param ownTable whether the scheme's own table answered rather than the shared one
   * @param ruleIds ids of the rows that matched, in table order
   * @param outputs the first matching row's outputs by name
   */
  record Answer(
      String decisionKey,
      String definitionId,
      int version,
      boolean ownTable,
      List<String> ruleIds,
      Map<String, Object> outputs) {

    public String code(String output) {
      return (String) outputs.get(output);
    }

    public int number(String output) {
      return ((Number) outputs.get(output)).intValue();
    }
  }
}
