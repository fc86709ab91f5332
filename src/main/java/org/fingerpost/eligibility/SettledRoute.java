package org.fingerpost.eligibility;

/**
 * How a referral goes on once a step of settling its route is done.
 *
 * @param route where it goes now
 * @param receivingScheme id of the scheme it is passed on to, with {@link Route#TRANSFER}; otherwise {@code null}
 */
public record SettledRoute(Route route, String receivingScheme) {

  static SettledRoute of(Route route) {
    return new SettledRoute(route, null);
  }
}
