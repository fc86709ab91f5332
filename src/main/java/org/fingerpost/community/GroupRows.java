package org.fingerpost.community;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind requests and ideas. */
@Component
class GroupRows {

  private static final String SELECT =
      """
      select g.*, (select count(*) from community_interest i where i.reference = g.reference) as noted
      from community_group g
      """;

  private final JdbcClient db;
  private final ObjectMapper json;

  GroupRows(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  void add(
      String reference,
      GroupKind kind,
      Idea idea,
      String organisationId,
      String askedByUser,
      LocalDate nextDate,
      Instant now) {
    db.sql(
            """
            insert into community_group (reference, kind, scheme_id, group_name, organisation_id, area_code, needs, missing, asked_by,
              asked_by_user, words, contact_name, contact_email, contact_phone, language, state, next_date, received_at)
            values (:reference, :kind, :scheme, :name, :organisation, :area, :needs, :missing, :by, :user, :words, :contact, :email,
              :phone, :language, :state, :next, :now)
            """)
        .param("reference", reference)
        .param("kind", kind.name())
        .param("scheme", idea.schemeId())
        .param("name", idea.groupName())
        .param("organisation", organisationId, Types.VARCHAR)
        .param("area", idea.areaCode(), Types.VARCHAR)
        .param("needs", idea.needs().toArray(String[]::new))
        .param("missing", idea.missing(), Types.VARCHAR)
        .param("by", idea.askedBy().name())
        .param("user", askedByUser, Types.VARCHAR)
        .param("words", idea.words(), Types.VARCHAR)
        .param("contact", idea.contact().name(), Types.VARCHAR)
        .param("email", idea.contact().email(), Types.VARCHAR)
        .param("phone", idea.contact().phone(), Types.VARCHAR)
        .param("language", idea.language().code())
        .param("state", GroupState.OFFICER.name())
        .param("next", Date.valueOf(nextDate))
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<GroupCase> find(String reference) {
    return db.sql(SELECT + "where g.reference = ?").param(reference).query((row, n) -> read(row)).optional();
  }

  /** Held until the end of the transaction, so that two who act at once act one after the other. */
  GroupCase get(String reference) {
    db.sql("select 1 from community_group where reference = ? for update").param(reference).query().optionalValue();
    return find(reference).orElseThrow(() -> new IllegalArgumentException("There is no group " + reference));
  }

  List<GroupCase> inScheme(String schemeId, int most) {
    return db.sql(SELECT + "where g.scheme_id = ? order by g.closed_at desc nulls first, g.next_date, g.reference limit ?")
        .params(schemeId, most)
        .query((row, n) -> read(row))
        .list();
  }

  /** New groups that still gather people, in all schemes. */
  List<GroupCase> gathering() {
    return db.sql(SELECT + "where g.kind = 'START' and g.closed_at is null and g.officer is not null order by g.received_at")
        .query((row, n) -> read(row))
        .list();
  }

  /** New groups that wait for the mark of this application or organisation. */
  List<GroupCase> awaitingMark(String schemeId, String markReference, String organisationId) {
    return db.sql(
            SELECT
                + """
                where g.scheme_id = ? and g.kind = 'START' and g.state = 'MARK' and g.closed_at is null
                  and (g.mark_reference = ? or g.organisation_id = ?)
                """)
        .params(schemeId, markReference, organisationId)
        .query((row, n) -> read(row))
        .list();
  }

  Contact contactOf(String reference) {
    return db.sql("select contact_name, contact_email, contact_phone from community_group where reference = ?")
        .param(reference)
        .query((row, n) -> new Contact(row.getString(1), row.getString(2), row.getString(3)))
        .single();
  }

  String wordsOf(String reference) {
    return db.sql("select words from community_group where reference = ?")
        .param(reference)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** Sets one column; the name is always one of ours. */
  void set(String reference, String column, Object value) {
    db.sql("update community_group set " + column + " = :value where reference = :reference")
        .param("value", value)
        .param("reference", reference)
        .update();
  }

  void at(String reference, GroupState state, LocalDate nextDate) {
    db.sql("update community_group set state = :state, next_date = cast(:next as date) where reference = :reference")
        .param("state", state.name())
        .param("next", nextDate == null ? null : nextDate.toString(), Types.VARCHAR)
        .param("reference", reference)
        .update();
  }

  void end(String reference, GroupState state, Instant now) {
    db.sql("update community_group set state = ?, next_date = null, closed_at = ? where reference = ?")
        .params(state.name(), Timestamp.from(now), reference)
        .update();
  }

  int addVisit(String reference, LocalDate on, String by, Map<Check, CheckState> states, String note) {
    return db.sql(
            """
            insert into community_visit (reference, number, visited_on, visited_by, states, note)
            select :reference, coalesce(max(number), 0) + 1, :on, :by, cast(:states as jsonb), :note
            from community_visit where reference = :reference returning number
            """)
        .param("reference", reference)
        .param("on", Date.valueOf(on))
        .param("by", by)
        .param("states", written(states))
        .param("note", note, Types.VARCHAR)
        .query(Integer.class)
        .single();
  }

  List<GroupFile.Visit> visits(String reference) {
    return db.sql("select * from community_visit where reference = ? order by number desc")
        .param(reference)
        .query(
            (row, n) ->
                new GroupFile.Visit(
                    row.getInt("number"),
                    row.getDate("visited_on").toLocalDate(),
                    row.getString("visited_by"),
                    states(row.getString("states")),
                    row.getString("note")))
        .list();
  }

  void addHelp(String reference, int visit, Check check, String help, LocalDate lookAgainOn) {
    db.sql("insert into community_help (reference, visit, check_code, help, look_again_on) values (?, ?, ?, ?, ?)")
        .params(reference, visit, check.name(), help, Date.valueOf(lookAgainOn))
        .update();
  }

  List<GroupFile.ProposedHelp> help(String reference) {
    return db.sql("select * from community_help where reference = ? order by visit desc, look_again_on, check_code")
        .param(reference)
        .query(
            (row, n) ->
                new GroupFile.ProposedHelp(
                    row.getInt("visit"),
                    Check.valueOf(row.getString("check_code")),
                    row.getString("help"),
                    row.getDate("look_again_on").toLocalDate(),
                    (Boolean) row.getObject("agreed")))
        .list();
  }

  void agree(String reference, int visit, List<String> help) {
    db.sql("update community_help set agreed = help = any(?) where reference = ? and visit = ?")
        .params(help.toArray(String[]::new), reference, visit)
        .update();
  }

  void addAction(String reference, String what, ActionBy by, LocalDate dueOn) {
    db.sql("insert into community_action (action_id, reference, what, by_whom, due_on) values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID(), reference, what, by.name(), Date.valueOf(dueOn))
        .update();
  }

  List<GroupFile.Action> actions(String reference) {
    return db.sql("select * from community_action where reference = ? order by done_on desc nulls first, due_on, action_id")
        .param(reference)
        .query(
            (row, n) ->
                new GroupFile.Action(
                    row.getObject("action_id", UUID.class),
                    row.getString("what"),
                    ActionBy.valueOf(row.getString("by_whom")),
                    row.getDate("due_on").toLocalDate(),
                    day(row, "done_on"),
                    row.getInt("chased")))
        .list();
  }

  void done(String reference, UUID actionId, LocalDate on) {
    db.sql("update community_action set done_on = ? where reference = ? and action_id = ? and done_on is null")
        .params(Date.valueOf(on), reference, actionId)
        .update();
  }

  void chased(UUID actionId) {
    db.sql("update community_action set chased = chased + 1 where action_id = ?").param(actionId).update();
  }

  void addTrial(String reference, LocalDate on, int came, String note) {
    db.sql(
            """
            insert into community_trial (reference, number, held_on, came, note)
            select :reference, coalesce(max(number), 0) + 1, :on, :came, :note from community_trial where reference = :reference
            """)
        .param("reference", reference)
        .param("on", Date.valueOf(on))
        .param("came", came)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  List<GroupFile.Trial> trials(String reference) {
    return db.sql("select * from community_trial where reference = ? order by number desc")
        .param(reference)
        .query(
            (row, n) ->
                new GroupFile.Trial(
                    row.getInt("number"), row.getDate("held_on").toLocalDate(), row.getInt("came"), row.getString("note")))
        .list();
  }

  /**
   * @return whether it was not noted before, of a referral of that scheme
   */
  boolean addInterest(String reference, String referralId, String schemeId, String by, Instant now) {
    return db.sql(
                """
                insert into community_interest (reference, referral_id, noted_by, noted_at)
                select ?, referral_id, ?, ? from referral where referral_id = ? and scheme_id = ?
                on conflict do nothing
                """)
            .params(reference, by, Timestamp.from(now), referralId, schemeId)
            .update()
        > 0;
  }

  boolean knowsReferral(String referralId, String schemeId) {
    return db.sql("select count(*) from referral where referral_id = ? and scheme_id = ?")
            .params(referralId, schemeId)
            .query(Integer.class)
            .single()
        > 0;
  }

  void addStep(String reference, String act, String code, String by, Instant at, String words) {
    db.sql("insert into community_step (reference, act, code, by_user, at, words) values (:reference, :act, :code, :by, :at, :words)")
        .param("reference", reference)
        .param("act", act)
        .param("code", code, Types.VARCHAR)
        .param("by", by, Types.VARCHAR)
        .param("at", Timestamp.from(at))
        .param("words", words, Types.VARCHAR)
        .update();
  }

  List<GroupFile.Step> steps(String reference) {
    return db.sql("select * from community_step where reference = ? order by step_id desc")
        .param(reference)
        .query(
            (row, n) ->
                new GroupFile.Step(
                    row.getString("act"),
                    row.getString("code"),
                    row.getString("by_user"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("words")))
        .list();
  }

  private static GroupCase read(ResultSet row) throws SQLException {
    String reason = row.getString("closing_reason");
    Timestamp closed = row.getTimestamp("closed_at");
    return new GroupCase(
        row.getString("reference"),
        GroupKind.valueOf(row.getString("kind")),
        row.getString("scheme_id"),
        row.getString("group_name"),
        row.getString("organisation_id"),
        row.getString("area_code"),
        codes(row, "needs"),
        row.getString("missing"),
        AskedBy.valueOf(row.getString("asked_by")),
        row.getString("asked_by_user"),
        Language.of(java.util.Locale.forLanguageTag(row.getString("language"))),
        GroupState.valueOf(row.getString("state")),
        row.getString("officer"),
        day(row, "next_date"),
        row.getInt("noted") + row.getInt("others_interested"),
        row.getInt("others_interested"),
        row.getInt("rounds"),
        row.getInt("silences"),
        row.getBoolean("declined"),
        row.getInt("chases"),
        row.getInt("invitations"),
        row.getString("venue"),
        codes(row, "venue_access"),
        row.getString("mark_reference"),
        row.getString("activity_id"),
        reason == null ? null : ClosingReason.valueOf(reason),
        row.getString("process_instance_id"),
        row.getTimestamp("received_at").toInstant(),
        closed == null ? null : closed.toInstant());
  }

  private static List<String> codes(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  private String written(Map<Check, CheckState> states) {
    try {
      return json.writeValueAsString(states);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Codes can be written", e);
    }
  }

  private Map<Check, CheckState> states(String text) {
    try {
      return new EnumMap<>(json.readValue(text, new TypeReference<Map<Check, CheckState>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("community_visit holds something that is not JSON", e);
    }
  }
}
