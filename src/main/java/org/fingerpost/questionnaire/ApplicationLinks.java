package org.fingerpost.questionnaire;

import java.time.Clock;
import java.time.Duration;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.platform.Tokens;
import org.springframework.stereotype.Component;

/** The links that open applications. Only the hash of a secret is kept; who has lost the link gets another. */
@Component
class ApplicationLinks {

  /** Groups take their time, and anybody can have a new link. */
  static final Duration VALID = Duration.ofDays(180);

  private final ApplicationRows rows;
  private final PublicLinks links;
  private final Clock clock;

  ApplicationLinks(ApplicationRows rows, PublicLinks links, Clock clock) {
    this.rows = rows;
    this.links = links;
    this.clock = clock;
  }

  /** A new secret that opens an application. */
  String token(String reference) {
    String token = Tokens.random();
    var now = clock.instant();
    rows.link(Tokens.hash(token), reference, now, now.plus(VALID));
    return token;
  }

  /** A whole new link, for a message in the applicant's language. */
  String fresh(ApplicationRows.Row row) {
    return links.application(address(row.kind()), token(row.reference()), row.language());
  }

  /** The first part of the address that serves a kind. */
  static String address(String kind) {
    return ApplicationKind.GRANT.equals(kind) ? "grants" : "kitemark";
  }
}
