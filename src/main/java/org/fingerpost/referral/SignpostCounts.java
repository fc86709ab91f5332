package org.fingerpost.referral;

/**
 * How often people were signposted, counted apart from referrals with a link worker.
 *
 * @param sent how many were sent places to go to
 * @param waiting of those, how many have neither answered nor run out of time
 */
public record SignpostCounts(
    int sent, int gotThere, int notYet, int wantedLinkWorker, int noAnswer, int waiting) {}
