package org.fingerpost.notification;

/** Who a message is written to. */
public enum Recipient {
  /** Gets nothing any more once the referral has fallen silent: see {@link Outbox#fallSilent}. */
  PERSON,
  REFERRER,
  ORGANISATION,
  GENERAL_PRACTICE,
  /** Colleagues; never part of a referral's own story. */
  STAFF
}
