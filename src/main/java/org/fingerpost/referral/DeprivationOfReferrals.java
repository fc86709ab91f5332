package org.fingerpost.referral;

import java.sql.Timestamp;
import java.time.Clock;
import org.fingerpost.platform.DailyWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how deprived the area is that somebody lived in when they were referred. Looked up once for each referral, a while after it came
 * in, and never again: who moves to another area, or an area that is counted anew years later, must not change what the past looked like.
 * Where the postcode is in no lookup nothing is kept, and a lookup that is imported later still finds it.
 */
@Component
class DeprivationOfReferrals implements DailyWork {

  private final JdbcClient database;
  private final Clock clock;

  DeprivationOfReferrals(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  @Transactional
  public int begin() {
    return database
        .sql(
            """
            insert into referral_deprivation (referral_id, decile, index_id, found_at)
            select r.referral_id, d.decile, d.index_id, :now
            from referral r
            join person p on p.person_id = r.person_id
            join deprivation_by_postcode d on d.postcode = p.postcode
            where not exists (select 1 from referral_deprivation k where k.referral_id = r.referral_id)
            on conflict (referral_id) do nothing
            """)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
