package org.fingerpost.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.conversation.PersonalPlan.Action;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.outcome.AgreedGoals;
import org.fingerpost.outcome.MeasureSet;
import org.fingerpost.outcome.Measures;
import org.fingerpost.outcome.Occasion;
import org.fingerpost.outcome.Scores;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What-matters conversations and the plans that came of them. Each meeting is kept whole, so that the latest one is the plan as it
 * stands and the earlier ones are its versions.
 */
@Component
public class Conversations implements AgreedGoals {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};

  private final JdbcClient db;
  private final Measures measures;
  private final Referrals referrals;
  private final People people;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  Conversations(
      JdbcClient db,
      Measures measures,
      Referrals referrals,
      People people,
      WorkingDays workingDays,
      AuditTrail audit,
      Clock clock) {
    this.db = db;
    this.measures = measures;
    this.referrals = referrals;
    this.people = people;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps a meeting held today with all that is agreed so far, and the baseline of the scheme's measures, and moves the referral on
   * to {@link Stage#CONVERSATION}. A plan without a goal is refused, unless they meet again.
   *
   * @param meeting its number and day are set here
   * @param baseline answers by item id; what was not asked is blank or not there
   * @param heldBy user id
   * @return when the next meeting is due, at the beginning of that day's work; empty if the plan was agreed
   * @throws InvalidInput if an answer is off its scale, or answers do not fit together
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Instant> hold(
      String referralId, String schemeId, Meeting meeting, Map<String, String> baseline, String heldBy) {
    var referral = referrals.get(referralId);
    var today = LocalDate.now(clock);
    MeetingRules.check(meeting, today);
    boolean first = referral.stage().compareTo(Stage.CONVERSATION) < 0;
    int number = first ? 1 : 1 + meetings(referralId);
    var asked = asked(referral);
    var scores = keepBaseline(referralId, first, asked, baseline, heldBy);
    insert(referralId, number, today, meeting, heldBy);
    referrals.stage(referralId, Stage.CONVERSATION);
    referrals.talked(referralId);
    if (meeting.another()) {
      referrals.nextDate(referralId, meeting.nextMeetingOn());
    } else if (!first) {
      referrals.nextDate(referralId, null);
    }
    audit.record(
        AuditEvent.ofReferral("conversation.held", referralId, schemeId, details(number, meeting, scores)));
    return Optional.ofNullable(meeting.nextMeetingOn()).map(day -> workingDays.at(schemeId, day));
  }

  private static Map<String, String> details(int number, Meeting meeting, Map<String, Scores> scores) {
    var details = new LinkedHashMap<String, String>();
    details.put("meeting", Integer.toString(number));
    details.put("goals", Integer.toString(meeting.plan().goals().size()));
    details.put("measure", String.join(", ", scores.keySet()));
    details.put("scored", Integer.toString(scores.values().stream().mapToInt(Scores::scored).sum()));
    if (meeting.another()) {
      details.put("nextMeeting", meeting.nextMeetingOn().toString());
    }
    if (meeting.atHome()) {
      details.put("homeVisit", "true");
    }
    return details;
  }

  /** A baseline is taken once; what an earlier meeting asked is not asked again. */
  private Map<String, Scores> keepBaseline(
      String referralId, boolean first, MeasureSet asked, Map<String, String> baseline, String heldBy) {
    var left = first ? asked : notYetAnswered(referralId, asked);
    return measures.record(referralId, Occasion.BASELINE, left, baseline, heldBy);
  }

  private MeasureSet notYetAnswered(String referralId, MeasureSet asked) {
    var answered = measures.of(referralId).getOrDefault(Occasion.BASELINE, Map.of()).keySet();
    return new MeasureSet(
        asked.measures().stream().filter(measure -> !answered.contains(measure.id())).toList(), asked.withoutLicence());
  }

  private MeasureSet asked(ReferralSummary referral) {
    return measures.askedIn(
        referral.schemeId(), () -> people.get(referral.personId()).ageOn(LocalDate.now(clock)));
  }

  /** The measures that are still to be asked in the next meeting, for its form. */
  @Transactional(readOnly = true)
  public MeasureSet stillToAsk(String referralId) {
    var referral = referrals.get(referralId);
    var asked = asked(referral);
    return referral.stage().compareTo(Stage.CONVERSATION) < 0 ? asked : notYetAnswered(referralId, asked);
  }

  private int meetings(String referralId) {
    return db.sql("select count(*) from conversation where referral_id = ?").param(referralId).query(Integer.class).single();
  }

  /** One statement for the meeting and its goals: the goals refer to the row beside them. */
  private void insert(String referralId, int number, LocalDate heldOn, Meeting meeting, String heldBy) {
    var plan = meeting.plan();
    var goals = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < plan.goals().size(); i++) {
      var goal = plan.goals().get(i);
      var row = new LinkedHashMap<String, Object>();
      row.put("id", UUID.randomUUID());
      row.put("position", i + 1);
      row.put("goal", goal.goal());
      row.put("importance", goal.importance());
      row.put("confidence", goal.confidence());
      row.put("actions", goal.actions());
      goals.add(row);
    }
    db.sql(
            """
            with held as (
              insert into conversation (conversation_id, referral_id, meeting, held_on, likes_and_wants, people_who_matter,
                what_matters, strengths, place, agreed_with, review_on, next_meeting_on, next_place, home_visit,
                recorded_by, recorded_at)
              values (:id, :referral, :meeting, :heldOn, :likes, :people, :matters, :strengths, :place, :agreed, :review,
                :nextOn, :nextPlace, cast(:home as jsonb), :by, :at)
              returning conversation_id)
            insert into goal (goal_id, conversation_id, position, goal, importance, confidence, actions)
            select g.id, held.conversation_id, g.position, g.goal, g.importance, g.confidence, g.actions
            from held, jsonb_to_recordset(cast(:goals as jsonb))
              as g (id uuid, position integer, goal text, importance integer, confidence integer, actions jsonb)
            """)
        .param("id", UUID.randomUUID())
        .param("referral", referralId)
        .param("meeting", number)
        .param("heldOn", Date.valueOf(heldOn))
        .param("likes", plan.likesAndWants())
        .param("people", plan.peopleWhoMatter())
        .param("matters", plan.whatMatters())
        .param("strengths", plan.strengths())
        .param("place", name(meeting.place()))
        .param("agreed", name(plan.agreedWith()))
        .param("review", date(plan.reviewOn()))
        .param("nextOn", date(meeting.nextMeetingOn()))
        .param("nextPlace", name(meeting.nextPlace()))
        .param("home", meeting.homeVisit() == null ? null : write(meeting.homeVisit()))
        .param("by", heldBy)
        .param("at", Timestamp.from(clock.instant()))
        .param("goals", write(goals))
        .update();
  }

  /** The plan as it stands after the latest meeting. */
  @Transactional(readOnly = true)
  public Optional<PersonalPlan> latest(String referralId) {
    return latestMeeting(referralId).map(Meeting::plan);
  }

  /** The latest meeting; empty if there was none. */
  @Transactional(readOnly = true)
  public Optional<Meeting> latestMeeting(String referralId) {
    return read(
            """
            from conversation c left join goal g using (conversation_id)
            where c.referral_id = ?
              and c.meeting = (select max(l.meeting) from conversation l where l.referral_id = c.referral_id)
            order by g.position
            """,
            referralId)
        .stream()
        .findFirst();
  }

  /** All meetings, the first one first: the versions of the plan. */
  @Transactional(readOnly = true)
  public List<Meeting> all(String referralId) {
    return read(
        """
        from conversation c left join goal g using (conversation_id) where c.referral_id = ? order by c.meeting, g.position
        """,
        referralId);
  }

  private List<Meeting> read(String fromWhere, String referralId) {
    var meetings = new LinkedHashMap<Integer, Meeting>();
    var goals = new LinkedHashMap<Integer, List<Goal>>();
    db.sql("select c.*, g.goal, g.importance, g.confidence, g.actions " + fromWhere)
        .param(referralId)
        .query(
            row -> {
              int number = row.getInt("meeting");
              if (!meetings.containsKey(number)) {
                meetings.put(number, meeting(row));
                goals.put(number, new ArrayList<>());
              }
              if (row.getString("goal") != null) {
                goals.get(number).add(goal(row));
              }
            });
    return meetings.values().stream().map(meeting -> with(meeting, goals.get(meeting.number()))).toList();
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    String home = row.getString("home_visit");
    return new Meeting(
        row.getInt("meeting"),
        row.getObject("held_on", LocalDate.class),
        new PersonalPlan(
            row.getString("likes_and_wants"),
            row.getString("people_who_matter"),
            row.getString("what_matters"),
            row.getString("strengths"),
            List.of(),
            row.getString("agreed_with") == null ? null : AgreedWith.valueOf(row.getString("agreed_with")),
            row.getObject("review_on", LocalDate.class)),
        place(row.getString("place")),
        home == null ? null : parse(home, new TypeReference<HomeVisit>() {}),
        row.getObject("next_meeting_on", LocalDate.class),
        place(row.getString("next_place")));
  }

  private static Meeting with(Meeting meeting, List<Goal> goals) {
    var plan = meeting.plan();
    return new Meeting(
        meeting.number(),
        meeting.heldOn(),
        new PersonalPlan(
            plan.likesAndWants(),
            plan.peopleWhoMatter(),
            plan.whatMatters(),
            plan.strengths(),
            goals,
            plan.agreedWith(),
            plan.reviewOn()),
        meeting.place(),
        meeting.homeVisit(),
        meeting.nextMeetingOn(),
        meeting.nextPlace());
  }

  private static Goal goal(ResultSet row) throws SQLException {
    return new Goal(
        row.getString("goal"),
        row.getObject("importance", Integer.class),
        row.getObject("confidence", Integer.class),
        parse(row.getString("actions"), ACTIONS));
  }

  private static MeetingPlace place(String code) {
    return code == null ? null : MeetingPlace.valueOf(code);
  }

  private static String name(Enum<?> code) {
    return code == null ? null : code.name();
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan is made of texts, numbers and days and can always be written", e);
    }
  }

  private static <T> T parse(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is kept of a plan is not what was written", e);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> of(String referralId) {
    return latest(referralId).map(PersonalPlan::goalTexts).orElse(List.of());
  }
}
