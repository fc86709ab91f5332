package org.fingerpost.referral;

/**
 * A referral has just ended. Published within the transaction that ends it, so that whoever has something to tell or to free because of
 * it does so in the same transaction. Listeners must cost the ordinary end of a referral no statement.
 *
 * @param referral as it stands now
 */
public record ReferralClosed(ReferralSummary referral) {}
