package org.fingerpost.referral;

/** Who agreed to the referral. Words are in the bundles under {@code consent-given-by.<CODE>}. */
public enum ConsentGivenBy {
  PERSON,
  PARENT,
  REPRESENTATIVE
}
