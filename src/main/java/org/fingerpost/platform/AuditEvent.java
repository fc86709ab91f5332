package org.fingerpost.platform;

import java.util.Map;

/**
 * One act worth proving later. Carries ids, codes, counts and dates only: no name, no contact detail, no free text.
 *
 * @param act dotted, past tense, module first: {@code referral.received}
 * @param subjectType {@code referral}, {@code introduction}, {@code deployment}, {@code account}
 * @param subjectId the subject's id; for everything about a referral, the referral's reference
 * @param schemeId the scheme, or {@code null} where an act belongs to none
 * @param details codes by name, in the order they should be read; never {@code null}
 */
public record AuditEvent(
    String act, String subjectType, String subjectId, String schemeId, Map<String, String> details) {

  public static AuditEvent ofReferral(
      String act, String referralId, String schemeId, Map<String, String> details) {
    return new AuditEvent(act, "referral", referralId, schemeId, details);
  }
}
