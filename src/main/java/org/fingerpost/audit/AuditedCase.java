package org.fingerpost.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A case as an auditor sees it: a reference and codes, nobody's name.
 *
 * @param schemeId or {@code null} where it belongs to none
 * @param begunAt or {@code null} where that is not kept
 * @param facts codes, dates and ids by name, in reading order
 * @param stage where it is or how it ended, as a code; {@code null} where there is no such thing
 */
record AuditedCase(
    CaseKind kind, String reference, String schemeId, Instant begunAt, String stage, Map<String, Object> facts) {

  /** The facts that are accounts of staff. */
  static final Set<String> STAFF = Set.of("linkWorker", "decidedBy", "paidBy", "officer", "deployedBy");
}
