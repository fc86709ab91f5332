package org.fingerpost.referral;

/**
 * A referral has ended, in the transaction that is told. Listeners must cost the ordinary end of a referral no statement.
 *
 * @param linkWorker whose caseload it leaves, or {@code null} if nobody had it yet
 */
public record ReferralClosed(String referralId, String schemeId, String linkWorker) {}
