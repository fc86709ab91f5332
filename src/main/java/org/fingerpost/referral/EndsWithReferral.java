package org.fingerpost.referral;

/** Whatever runs beside a referral's journey and has to end with the referral. */
public interface EndsWithReferral {

  /** The referral has been closed, in the current transaction. Only told of referrals that something runs beside. */
  void ended(String referralId);
}
