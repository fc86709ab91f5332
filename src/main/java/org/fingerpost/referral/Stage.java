package org.fingerpost.referral;

/**
 * The six stages of every journey, in order. All screens, exports and queries share this list; words are in the bundles under
 * {@code stage.<CODE>}.
 */
public enum Stage {
  RECEIVED,
  ASSIGNED,
  CONVERSATION,
  INTRODUCED,
  FOLLOW_UP,
  OUTCOME_RECORDED
}
