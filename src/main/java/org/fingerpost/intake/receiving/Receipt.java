package org.fingerpost.intake.receiving;

import java.time.Instant;

/**
 * What a sender takes away; the same for every repetition of the same request.
 *
 * @param reference the referral's reference
 * @param trackingToken opens {@code /track/<token>}
 * @param receivedAt when the first request was received, UTC
 */
public record Receipt(String reference, String trackingToken, Instant receivedAt) {

  @Override
  public String toString() {
    return "Receipt[" + reference + "]";
  }
}
