package org.fingerpost.introduction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.fingerpost.referral.ReferralSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Needs for which nothing suitable was found: codes for commissioners, without a word of anybody. */
@Component
class UnmetNeeds {

  private final JdbcClient db;
  private final Clock clock;

  UnmetNeeds(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void record(ReferralSummary referral, Missing missing) {
    db.sql(
            """
            insert into unmet_need (unmet_need_id, referral_id, scheme_id, area_code, needs, reason, recorded_on)
            values (:id, :referral, :scheme, :area, string_to_array(:needs, ' '), :reason, :day)
            """)
        .param("id", UUID.randomUUID())
        .param("referral", referral.referralId())
        .param("scheme", referral.schemeId())
        .param("area", referral.areaCode())
        .param("needs", String.join(" ", referral.needs()))
        .param("reason", missing.name())
        .param("day", LocalDate.now(clock))
        .update();
  }
}
