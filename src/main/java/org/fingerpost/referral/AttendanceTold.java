package org.fingerpost.referral;

/**
 * Takes what a person told at a check-in of their activity. Provided by the module that keeps attendance; where nobody provides it,
 * the check-in alone keeps it.
 */
public interface AttendanceTold {

  /**
   * Keeps it in the caller's transaction.
   *
   * @param attendance code: {@code ATTENDING}, {@code ATTENDED_ONCE} or {@code NOT_ATTENDED}
   * @param userId who was told
   */
  void told(String referralId, String attendance, String userId);
}
