package org.fingerpost.outcome;

/** When a measure was taken: at the first what-matters conversation, or when the journey ended. */
public enum Occasion {
  BASELINE,
  CLOSING
}
