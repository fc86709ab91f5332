package org.fingerpost.referral;

/** Who refers. Words are in the bundles under {@code referrer-kind.<CODE>}. */
public enum ReferrerKind {
  PROFESSIONAL,
  SELF,
  FAMILY
}
