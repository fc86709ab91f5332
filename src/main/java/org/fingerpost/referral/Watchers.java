package org.fingerpost.referral;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose referral was joined to which: who, besides the first referrer, hears how an open referral ends. */
@Component
class Watchers {

  private final JdbcClient database;
  private final Clock clock;

  Watchers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** In the caller's transaction; the same again changes nothing. */
  void add(String referralId, String watcherReferralId, String addedBy) {
    database
        .sql(
            """
            insert into referral_watcher (referral_id, watcher_referral_id, added_by, added_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(referralId, watcherReferralId, addedBy, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<String> of(String referralId) {
    return database
        .sql("select watcher_referral_id from referral_watcher where referral_id = ? order by added_at")
        .param(referralId)
        .query(String.class)
        .list();
  }
}
