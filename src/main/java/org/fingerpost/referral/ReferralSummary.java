package org.fingerpost.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.Language;

/**
 * A referral as other modules see it.
 *
 * @param referrerRole or {@code null}, as every part of the referrer but kind, name and language
 * @param areaCode the area of the scheme that the person lived in on the day of receipt, or {@code null} if in none
 * @param closedState {@code null} while the referral is open
 * @param closureReason code: withdrawal, closure or route; {@code null} while nothing ends the referral
 * @param route code of the route taken, or {@code null} before one is
 * @param linkWorker user id, or {@code null}
 * @param nextDate the day on which something is next due, or {@code null}
 */
public record ReferralSummary(
    String referralId,
    String schemeId,
    UUID personId,
    Instant receivedAt,
    String sourceCode,
    ReferrerKind referrerKind,
    String referrerName,
    String referrerRole,
    String referrerOrganisation,
    String referrerEmail,
    String referrerPhone,
    Language referrerLanguage,
    List<String> needs,
    String reason,
    String tried,
    List<String> risks,
    String riskNote,
    String areaCode,
    Stage stage,
    ClosedState closedState,
    String closureReason,
    String route,
    String linkWorker,
    LocalDate nextDate,
    boolean wantsInformationOnly,
    boolean statutoryRequestOnly) {

  public boolean open() {
    return closedState == null;
  }

  @Override
  public String toString() {
    return "ReferralSummary[" + referralId + "]";
  }
}
