package org.fingerpost.scheme;

/**
 * What sort of organisation offers an activity. A group without a constitution is one of them on purpose: it may take
 * part, and the kite mark must never turn it away for that alone. Words: {@code legal-form.<CODE>}.
 */
public enum LegalForm {
  NATIONAL_CHARITY,
  CHARITY,
  COMMUNITY_INTEREST_COMPANY,
  FAITH_GROUP,
  CONSTITUTED_GROUP,
  UNCONSTITUTED_GROUP,
  HOUSING_ASSOCIATION,
  PARTNERSHIP,
  PUBLIC_BODY
}
