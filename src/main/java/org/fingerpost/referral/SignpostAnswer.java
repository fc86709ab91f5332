package org.fingerpost.referral;

/** What came of sending somebody places to go to. Words are in the bundles under {@code signpost-answer.<CODE>}. */
public enum SignpostAnswer {
  GOT_THERE,
  NOT_YET,
  /** Would rather talk to somebody. */
  LINK_WORKER,
  /** Nothing was heard until the question ran out; says nothing about whether they got there. */
  NO_ANSWER
}
