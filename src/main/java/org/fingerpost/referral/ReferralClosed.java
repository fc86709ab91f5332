package org.fingerpost.referral;

/**
 * A referral has just ended. Published within the transaction that ends it, so that whoever has something to tell because of it does
 * so in the same transaction.
 *
 * @param referral as it stands now
 */
public record ReferralClosed(ReferralSummary referral) {}
