package org.fingerpost.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.fingerpost.platform.MessageHolds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which referrals nothing is sent about; {@link Outbox} looks there as it queues. */
@Component
class HeldMessages implements MessageHolds {

  private final JdbcClient db;
  private final Clock clock;

  HeldMessages(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Collection<String> referralIds) {
    for (String referral : referralIds) {
      db.sql("insert into outbox_hold (referral_id, since) values (:referral, :now) on conflict do nothing")
          .param("referral", referral)
          .param("now", Timestamp.from(clock.instant()))
          .update();
      db.sql(
              """
              update outbox_message set status = 'CANCELLED', params = '{}'
              where referral_id = :referral and status = 'WAITING' and coalesce(recipient, '') not in ('PERSON', 'STAFF')
              """)
          .param("referral", referral)
          .update();
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(Collection<String> referralIds) {
    for (String referral : referralIds) {
      db.sql("delete from outbox_hold where referral_id = :referral").param("referral", referral).update();
    }
  }
}
