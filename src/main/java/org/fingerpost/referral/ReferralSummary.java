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
 * @param practiceCode national code of the person's GP practice, or {@code null}
 * @param groups codes, may be empty
 * @param circumstances codes of what makes it urgent, may be empty
 * @param workerAsked the wish for a woman or a man as link worker, or {@code null}
 * @param urgent whether the table {@code referral-priority} found it urgent; {@code false} before it was asked
 * @param areaCode the area of the scheme that the person lived in on the day of receipt, or {@code null} if in none
 * @param closedState {@code null} while the referral is open
 * @param closureReason code: withdrawal, closure or route; {@code null} while nothing ends the referral
 * @param route code of the route taken, or {@code null} before one is
 * @param linkWorker user id, or {@code null}
 * @param nextDate the day on which something is next due, or {@code null}
 * @param transferredFrom reference of the referral in another scheme that this one goes on from, or {@code null}
 * @param mergedInto reference of the open referral that this one was joined to, or {@code null}
 * @param watched whether referrers of joined referrals hear how it ends
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
    boolean statutoryRequestOnly,
    String practiceCode,
    List<String> groups,
    List<String> circumstances,
    WorkerAsked workerAsked,
    boolean urgent,
    String transferredFrom,
    String mergedInto,
    boolean watched) {

  public boolean open() {
    return closedState == null;
  }

  @Override
  public String toString() {
    return "ReferralSummary[" + referralId + "]";
  }
}
