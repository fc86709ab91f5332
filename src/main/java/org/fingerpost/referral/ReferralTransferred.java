package org.fingerpost.referral;

/**
 * A scheme has received a referral that another handed over; its journey has not begun. Published in the transaction of the
 * transfer, so that whoever keeps something about the first referral can hand it over too.
 */
public record ReferralTransferred(String fromReferralId, String toReferralId) {}
