package org.fingerpost.kitemark;

/** What an organisation may have to show. Words: {@code kitemark.item.<CODE>}. */
public enum EvidenceItem {
  CONTACTS,
  PURPOSE,
  BANK,
  INSURANCE,
  SAFEGUARDING,
  DBS,
  RISK_ASSESSMENT,
  DATA_PROTECTION,
  EQUALITY,
  COMPLAINTS,
  INDUCTION,
  ACCOUNTS,
  ADVICE,
  OUTCOMES
}
