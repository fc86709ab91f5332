package org.fingerpost.notification;

/** Which answer of the person a message needs before it may be sent. The names are those of the consent ledger's purposes. */
public enum NeededConsent {
  /** Says nothing about the person, or is written to the person. */
  NONE,
  TELL_REFERRER,
  TELL_GP,
  /** For the one activity that the message is about. */
  TELL_PROVIDER
}
