package org.fingerpost.caseload;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The link workers of a scheme, what they have in hand, and what is set for them. */
@Component
public class Team {

  /** Nobody has so many; a slip of the keyboard has. */
  static final int MOST = 500;

  private static final String MEMBERS =
      """
      select a.user_id, a.display_name, a.active, w.user_id is not null as settled, coalesce(w.capacity, 0) as capacity,
        coalesce(w.warn_at, w.capacity * 0.75, 0) as warn_at, coalesce(busy.referrals, 0) as open,
        coalesce(busy.weighted, 0) as weighted, coalesce(w.patches, '{}') as patches,
        coalesce(w.practices, '{}') as practices, coalesce(w.languages, '{en}') as languages, w.gender
      from staff_account a
      left join link_worker w on w.user_id = a.user_id
      left join caseload_of(:scheme, false) busy on busy.worker = a.user_id
      where a.scheme_id = :scheme and 'link-workers' = any (a.roles) and (a.active or busy.referrals > 0)
      order by a.display_name, a.user_id
      """;

  private final JdbcClient db;
  private final Schemes schemes;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  Team(JdbcClient db, Schemes schemes, AuditTrail audit, ApplicationEventPublisher events) {
    this.db = db;
    this.schemes = schemes;
    this.audit = audit;
    this.events = events;
  }

  /** Everybody who works with people in a scheme, by name. */
  @Transactional(readOnly = true)
  public List<TeamMember> of(String schemeId) {
    return db.sql(MEMBERS).param("scheme", schemeId).query(Team::member).list();
  }

  @Transactional(readOnly = true)
  public Optional<TeamMember> member(String schemeId, String userId) {
    return of(schemeId).stream().filter(member -> member.userId().equals(userId)).findFirst();
  }

  /** Codes of why a referral's link worker has it, chief reason first; empty if nobody has. */
  @Transactional(readOnly = true)
  public List<String> whyThisWorker(String referralId) {
    return db.sql("select unnest(assigned_because) from referral where referral_id = ?")
        .param(referralId)
        .query(String.class)
        .list();
  }

  /**
   * Sets what a link worker can take on, and for whom.
   *
   * @throws InvalidInput with the fields that are wrong
   */
  @Transactional
  public void set(String schemeId, String userId, TeamMember.Settings settings) {
    if (member(schemeId, userId).isEmpty()) {
      throw new InvalidInput("userId", "caseload.form.linkWorker.required");
    }
    check(schemeId, settings);
    db.sql(
            """
            insert into link_worker (user_id, scheme_id, capacity, warn_at, patches, practices, languages, gender)
            values (:user, :scheme, :capacity, :warnAt, cast(:patches as text[]), cast(:practices as text[]),
              cast(:languages as text[]), :gender)
            on conflict (user_id) do update set capacity = excluded.capacity, warn_at = excluded.warn_at,
              patches = excluded.patches, practices = excluded.practices, languages = excluded.languages,
              gender = excluded.gender
            """)
        .param("user", userId)
        .param("scheme", schemeId)
        .param("capacity", settings.capacity())
        .param("warnAt", settings.warnAt())
        .param("patches", array(settings.patches()))
        .param("practices", array(settings.practices()))
        .param("languages", array(settings.languages()))
        .param("gender", settings.gender())
        .update();
    var details = new LinkedHashMap<String, String>();
    details.put("linkWorker", userId);
    details.put("capacity", String.valueOf(settings.capacity()));
    details.put("warnAt", settings.warnAt() == null ? null : String.valueOf(settings.warnAt()));
    details.put("patches", String.valueOf(settings.patches().size()));
    details.put("practices", String.valueOf(settings.practices().size()));
    details.put("languages", String.join(",", settings.languages()));
    audit.record(new AuditEvent("linkworker.settings-changed", "account", userId, schemeId, details));
    events.publishEvent(new CapacityAppeared(schemeId));
  }

  private void check(String schemeId, TeamMember.Settings settings) {
    var problems = new ArrayList<Problem>();
    if (settings.capacity() < 0 || settings.capacity() > MOST) {
      problems.add(new Problem("capacity", "caseload.team.capacity.invalid", List.of(MOST)));
    }
    if (settings.warnAt() != null && (settings.warnAt() < 0 || settings.warnAt() > settings.capacity())) {
      problems.add(new Problem("warnAt", "caseload.team.warnAt.invalid", List.of()));
    }
    if (!schemes.get(schemeId).areas().stream().map(Area::code).toList().containsAll(settings.patches())) {
      problems.add(new Problem("patches", "caseload.team.patches.invalid", List.of()));
    }
    if (!settings.practices().stream().allMatch(code -> code.matches("[A-Z][0-9]{5}"))) {
      problems.add(new Problem("practices", "caseload.team.practices.invalid", List.of()));
    }
    if (settings.languages().isEmpty() || !Set.of("en", "cy").containsAll(settings.languages())) {
      problems.add(new Problem("languages", "caseload.team.languages.invalid", List.of()));
    }
    if (settings.gender() != null && !Set.of("FEMALE", "MALE").contains(settings.gender())) {
      problems.add(new Problem("gender", "caseload.team.gender.invalid", List.of()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static String array(List<String> codes) {
    return "{" + String.join(",", codes) + "}";
  }

  private static TeamMember member(ResultSet row, int number) throws SQLException {
    BigDecimal warnAt = row.getBigDecimal("warn_at");
    return new TeamMember(
        row.getString("user_id"),
        row.getString("display_name"),
        row.getBoolean("active"),
        row.getBoolean("settled"),
        row.getInt("capacity"),
        warnAt,
        row.getInt("open"),
        row.getBigDecimal("weighted"),
        codes(row, "patches"),
        codes(row, "practices"),
        codes(row, "languages"),
        row.getString("gender"));
  }

  private static List<String> codes(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
