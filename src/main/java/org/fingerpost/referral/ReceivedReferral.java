package org.fingerpost.referral;

/**
 * What the referrer takes away. To be shown after the commit only.
 *
 * @param referralId the reference, e.g. {@code FP-7K3M-Q2XD}
 * @param trackingToken opens {@code /track/<token>}; only its hash is kept
 */
public record ReceivedReferral(String referralId, String trackingToken) {

  @Override
  public String toString() {
    return "ReceivedReferral[" + referralId + "]";
  }
}
