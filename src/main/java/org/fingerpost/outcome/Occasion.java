package org.fingerpost.outcome;

/**
 * When a measure was taken: in the what-matters conversation, when the journey ended, or three, six and twelve months after
 * that. Words: {@code outcome.occasion.<CODE>}.
 */
public enum Occasion {
  BASELINE,
  CLOSING,
  REVIEW_3,
  REVIEW_6,
  REVIEW_12
}
