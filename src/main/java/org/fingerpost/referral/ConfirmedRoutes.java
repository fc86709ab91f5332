package org.fingerpost.referral;

/** The port through which closing a referral makes sure that a person, not a table, decided not to take it on. */
public interface ConfirmedRoutes {

  /** Whether a named member of staff confirmed the route that this referral is on. */
  boolean confirmedByAPerson(String referralId, String route);

  /** Code of the reason that the referrer is told; words are in the bundles under {@code route-told.<CODE>}. */
  String reasonTold(String referralId);
}
