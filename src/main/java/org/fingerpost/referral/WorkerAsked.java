package org.fingerpost.referral;

/**
 * Whether the person wishes for a woman or a man as link worker. No wish is {@code null}. Words are in the bundles under {@code
 * worker-asked.<CODE>}.
 */
public enum WorkerAsked {
  FEMALE,
  MALE
}
