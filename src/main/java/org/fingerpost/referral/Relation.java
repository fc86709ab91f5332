package org.fingerpost.referral;

/** What a referring relative or friend is to the person. Words are in the bundles under {@code relation.<CODE>}. */
public enum Relation {
  PARTNER,
  PARENT,
  CHILD,
  BROTHER_OR_SISTER,
  OTHER_RELATIVE,
  FRIEND,
  CARER
}
