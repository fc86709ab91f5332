package org.fingerpost.audit;

import java.time.Instant;

/**
 * A referral as an auditor sees it in a list: a reference and codes, nobody's name.
 *
 * @param stage one of the six stages
 * @param closedState how it ended, or {@code null} while it is open
 * @param route the route taken, or {@code null} before one is known
 */
record AuditedReferral(
    String referralId,
    String schemeId,
    Instant receivedAt,
    String sourceCode,
    String stage,
    String closedState,
    String route) {}
