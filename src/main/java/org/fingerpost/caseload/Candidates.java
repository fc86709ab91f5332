package org.fingerpost.caseload;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.person.People;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the database, in one statement, who could look after a person and in which order they should be considered: somebody the
 * person knows, somebody who speaks their language, somebody of their practice, somebody of their area, and then by room.
 */
@Component
class Candidates {

  /**
   * All active link workers of a scheme. The person is compared where their data lies and nothing of it is read; the rule that tells
   * two records of one person is that of {@code People.findSame}.
   */
  private static final String IN_ORDER =
      """
      with met as (
        select distinct e.link_worker
        from person p join referral e on e.person_id = p.person_id
        where p.scheme_id = :scheme and e.referral_id <> :referral and e.link_worker is not null
          and (p.nhs_number = cast(:nhsNumber as text)
            or lower(p.family_name) = lower(:familyName) and p.date_of_birth = :dateOfBirth
              and (p.nhs_number is null or cast(:nhsNumber as text) is null))
      )
      select w.user_id, w.capacity, coalesce(w.warn_at, w.capacity * 0.75) as warn_at,
        coalesce(busy.referrals, 0) as open, coalesce(busy.weighted, 0) as weighted,
        w.patches && cast(:areas as text[]) as in_patch,
        coalesce(cast(:practice as text) = any (w.practices), false) as of_practice,
        :language = any (w.languages) as speaks,
        :language = any (w.languages) and bool_or(not :language = any (w.languages)) over () as speaks_unlike_others,
        cast(:asked as text) is null or coalesce(w.gender = cast(:asked as text), false) as as_asked,
        met.link_worker is not null as known,
        gone.user_id is not null as away, gone.until as away_until,
        exists (
          select 1 from waiting_list q
          where q.scheme_id = w.scheme_id and q.ended_at is null and q.referral_id <> :referral
            and (q.worker_asked is null or q.worker_asked = w.gender)) as spoken_for
      from link_worker w
      join staff_account a on a.user_id = w.user_id and a.active
      left join caseload_of(:scheme, :inTurn) busy on busy.worker = w.user_id
      left join met on met.link_worker = w.user_id
      left join (
        select user_id, case when bool_or(reason = 'LEAVING') then null else max(last_day) end as until
        from staff_absence
        where ended_at is null and (reason = 'LEAVING' or :today between first_day and last_day)
        group by user_id
      ) gone on gone.user_id = w.user_id
      where w.scheme_id = :scheme
      order by known desc, speaks desc, of_practice desc, in_patch desc,
        coalesce(busy.weighted, 0) < coalesce(w.warn_at, w.capacity * 0.75) desc,
        w.capacity - coalesce(busy.weighted, 0) desc, open, w.user_id
      """;

  private final JdbcClient db;
  private final People people;
  private final Schemes schemes;
  private final Clock clock;

  Candidates(JdbcClient db, People people, Schemes schemes, Clock clock) {
    this.db = db;
    this.people = people;
    this.schemes = schemes;
    this.clock = clock;
  }

  /**
   * @param toGive whether one of them is to be given the referral: then other allocations of the scheme wait until this transaction
   *     has ended, so that the last place is given once
   */
  List<LinkWorkerLoad> of(ReferralSummary referral, boolean toGive) {
    var person = people.get(referral.personId());
    return db.sql(IN_ORDER)
        .param("scheme", referral.schemeId())
        .param("referral", referral.referralId())
        .param("nhsNumber", person.nhsNumber())
        .param("familyName", person.familyName())
        .param("dateOfBirth", Date.valueOf(person.dateOfBirth()))
        .param("areas", "{" + String.join(",", withLargerAreas(schemes.get(referral.schemeId()), referral.areaCode())) + "}")
        .param("practice", referral.practiceCode())
        .param("language", person.preferredLanguage().code())
        .param("asked", referral.workerAsked() == null ? null : referral.workerAsked().name())
        .param("inTurn", toGive)
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .query(Candidates::load)
        .list();
  }

  private static LinkWorkerLoad load(ResultSet row, int number) throws SQLException {
    var until = row.getDate("away_until");
    return new LinkWorkerLoad(
        row.getString("user_id"),
        row.getInt("capacity"),
        row.getBigDecimal("warn_at"),
        row.getInt("open"),
        row.getBigDecimal("weighted"),
        row.getBoolean("in_patch"),
        row.getBoolean("of_practice"),
        row.getBoolean("speaks"),
        row.getBoolean("speaks_unlike_others"),
        row.getBoolean("as_asked"),
        row.getBoolean("known"),
        row.getBoolean("away"),
        until == null ? null : until.toLocalDate(),
        row.getBoolean("spoken_for"));
  }

  /** The area and those it belongs to: a patch may be a whole county. */
  private static Set<String> withLargerAreas(Scheme scheme, String areaCode) {
    var codes = new LinkedHashSet<String>();
    for (String code = areaCode; code != null && codes.add(code); ) {
      code = scheme.area(code).map(area -> area.parent()).orElse(null);
    }
    return codes;
  }
}
