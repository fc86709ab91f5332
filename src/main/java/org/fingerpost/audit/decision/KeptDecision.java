package org.fingerpost.audit.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A decision as it was kept when it was made.
 *
 * @param subjectId reference of the case
 * @param answers what each row that matched answered, in the order of {@code ruleIds}
 * @param settled what a person made of it, or {@code null} where nobody had to
 */
record KeptDecision(
    String id,
    String subjectId,
    String schemeId,
    String decisionKey,
    String definitionId,
    int version,
    boolean ownTable,
    List<String> ruleIds,
    Map<String, Object> facts,
    List<Map<String, Object>> answers,
    Instant decidedAt,
    Settled settled) {

  /**
   * What a person made of a table's proposal.
   *
   * @param as what they settled on, as a code
   * @param changed whether it is another than was proposed
   * @param by user id
   * @param code the reason as a code, or {@code null}
   * @param reasonKept whether they gave a reason in words
   */
  record Settled(String as, boolean changed, String by, Instant at, String code, boolean reasonKept) {}

  /**
   * How the version of the table came to be in force.
   *
   * @param unaltered whether the table that the engine holds is, byte for byte, the one that was deployed
   */
  record Deployed(String deploymentId, String by, String reason, String source, Instant at, boolean unaltered) {}
}
