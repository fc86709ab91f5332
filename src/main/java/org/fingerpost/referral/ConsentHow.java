package org.fingerpost.referral;

/** How consent was given. Words are in the bundles under {@code consent-how.<CODE>}. */
public enum ConsentHow {
  IN_PERSON,
  TELEPHONE,
  VIDEO,
  WRITTEN,
  ONLINE
}
