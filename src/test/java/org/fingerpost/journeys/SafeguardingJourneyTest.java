package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.safeguarding.RaisedConcern;
import org.fingerpost.safeguarding.Safeguarding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody may not be safe: what a worker, a team lead and time do about it, and who never hears of it. */
@FingerpostTest
class SafeguardingJourneyTest {

  private static final String DECIDE = "userTask_decideConcern";
  private static final String READ = "userTask_readDecision";

  @Autowired Journeys journeys;
  @Autowired Safeguarding safeguarding;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired AsUser asUser;
  @Autowired CurrentActor currentActor;
  @Autowired TaskService tasks;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Hollowell", "bruise", "stepson", "district nurse", "rang the council", "zebedee@example.org");
  }

  private UUID raises(String user, String referral, boolean danger) {
    return currentActor.as(
        Actor.staff(user),
        () ->
            safeguarding.raise(
                referral,
                new RaisedConcern(danger, "A bruise she would not speak of", "Her, from a stepson", "The district nurse"),
                user));
  }

  private void decides(String referral, String decision) {
    journeys.completes(
        "grace", referral, DECIDE, Map.of("decision", decision, "reason", "I rang the council this afternoon"));
  }

  private long listed(String user, String referral, String step) {
    return asUser.run(
        user, () -> tasks.createTaskQuery().processInstanceBusinessKey(referral).taskDefinitionKey(step).count());
  }

  @Test
  void a_concern_at_first_contact_is_decided_and_the_journey_goes_on() {
    var referral = journeys.receives(someoneCalled("Hollowell-One"));

    raises("lowri", referral, false);

    assertThat(journeys.openSteps(referral)).containsExactly(DECIDE, "userTask_recordFirstContact");
    assertThat(journeys.task(referral, DECIDE).getPriority()).isEqualTo(100);
    assertThat(journeys.task(referral, DECIDE).getDueDate()).isNotNull();
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    decides(referral, "LOCAL_AUTHORITY_REFERRAL");
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_holdConversation", READ);
  }

  @Test
  void what_was_decided_comes_back_to_whoever_raised_it() {
    var referral = journeys.receives(someoneCalled("Hollowell-Two"));
    var concern = raises("lowri", referral, false);
    decides(referral, "ADVICE");

    var shown = journeys.shown("lowri", referral, READ);
    assertThat(shown.get("reasonGiven")).isEqualTo("I rang the council this afternoon");
    assertThat(shown.get("decided").toString()).contains("Advice");
    journeys.completes("lowri", referral, READ, Map.of("read", true));

    assertThat(journeys.path(referral)).contains("endEvent_decisionRead");
    assertThat(acts(concern))
        .contains(
            "safeguarding.raised", "safeguarding.planned", "safeguarding.seen", "safeguarding.decided",
            "safeguarding.decision-read");
  }

  @Test
  void a_worker_who_does_not_read_it_in_time_is_told_in_person() {
    var referral = journeys.receives(someoneCalled("Hollowell-Three"));
    raises("tom", referral, false);
    decides(referral, "NO_FURTHER_ACTION");

    journeys.timePasses(Duration.ofDays(12));

    assertThat(journeys.openSteps(referral)).contains("userTask_tellWorker").doesNotContain(READ);
    journeys.completes("grace", referral, "userTask_tellWorker", Map.of("told", true));
    assertThat(journeys.path(referral)).contains("endEvent_workerTold");
  }

  @Test
  void a_lead_who_is_late_is_reminded_every_day_and_so_are_the_administrators() {
    var referral = journeys.receives(someoneCalled("Hollowell-Four"));
    var concern = raises("lowri", referral, false);
    assertThat(messages(concern, "safeguarding-raised")).containsExactly("grace:0");

    journeys.timePasses(Duration.ofDays(6));
    assertThat(messages(concern, "safeguarding-overdue")).containsExactlyInAnyOrder("grace:1", "ada:1");
    assertThat(safeguarding.overdue()).anyMatch(overdue -> overdue.schemeId().equals("gloucestershire"));
    journeys.timePasses(Duration.ofHours(25));
    assertThat(messages(concern, "safeguarding-overdue"))
        .containsExactlyInAnyOrder("grace:1", "ada:1", "grace:2", "ada:2");

    assertThat(
            database
                .sql("select count(*) from outbox_message where dedup_key like ? and (referral_id is not null or params::text ~ 'FP-|Zebedee|bruise')")
                .param("%" + concern + "%")
                .query(Integer.class)
                .single())
        .as("a message names neither the person nor the referral")
        .isZero();
    decides(referral, "EMERGENCY_SERVICES");
    journeys.timePasses(Duration.ofDays(2));
    assertThat(messages(concern, "safeguarding-overdue")).hasSize(4);
  }

  @Test
  void danger_now_is_brought_up_within_the_hour_at_any_hour() {
    var referral = journeys.receives(someoneCalled("Hollowell-Five"));
    var concern = raises("lowri", referral, true);

    journeys.timePasses(Duration.ofMinutes(61));

    assertThat(messages(concern, "safeguarding-overdue")).containsExactlyInAnyOrder("grace:1", "ada:1");
    decides(referral, "EMERGENCY_SERVICES");
  }

  @Test
  void a_concern_goes_on_when_the_referral_is_withdrawn_and_can_be_raised_after_it() {
    var referral = journeys.receives(someoneCalled("Hollowell-Six"));
    raises("lowri", referral, false);

    withdrawing.withdraw(referral, "CHANGED_MIND", Actor.staff("lowri"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.openSteps(referral)).containsExactly(DECIDE);
    decides(referral, "ADVICE");
    journeys.completes("lowri", referral, READ, Map.of("read", true));
    assertThat(journeys.isRunning(referral)).isFalse();

    raises("tom", referral, false);
    assertThat(journeys.openSteps(referral)).containsExactly(DECIDE);
    decides(referral, "ADVICE");
  }

  @Test
  void a_colleague_of_the_same_scheme_sees_neither_task_nor_form() {
    var referral = journeys.receives(someoneCalled("Hollowell-Seven"));
    raises("lowri", referral, false);

    assertThat(listed("grace", referral, DECIDE)).isEqualTo(1);
    assertThat(listed("tom", referral, DECIDE)).isZero();
    assertThat(listed("lowri", referral, DECIDE)).isZero();
    assertThat(listed("rhys", referral, DECIDE)).as("a team lead of another scheme").isZero();
    assertThatThrownBy(() -> journeys.shown("tom", referral, DECIDE)).isInstanceOf(AuthorizationException.class);
    decides(referral, "ADVICE");
    assertThat(listed("lowri", referral, READ)).isEqualTo(1);
    assertThat(listed("tom", referral, READ)).isZero();
    assertThatThrownBy(() -> journeys.shown("tom", referral, READ)).isInstanceOf(AuthorizationException.class);
    journeys.completes("lowri", referral, READ, Map.of("read", true));
    assertThat(
            database
                .sql(
                    """
                    select count(*) from act_ru_authorization a where a.resource_type_ = 7 and a.resource_id_ <> '*'
                      and not exists (select 1 from act_ru_task t where t.id_ = a.resource_id_)""")
                .query(Integer.class)
                .single())
        .as("the right to the task goes with the task")
        .isZero();
  }

  @Test
  void the_referrals_own_record_says_only_that_an_entry_is_restricted() {
    var referral = journeys.receives(someoneCalled("Hollowell-Eight"));
    raises("lowri", referral, false);
    decides(referral, "ADVICE");

    assertThat(journeys.acts(referral)).contains("restricted.recorded").noneMatch(act -> act.startsWith("safeguarding"));
    assertThat(journeys.summary(referral).nextDate())
        .as("nothing of it shows on the tracking page")
        .isNotEqualTo(journeys.task(referral, READ).getDueDate());
  }

  private List<String> acts(UUID concern) {
    return database
        .sql("select act from audit_entry where subject_id = ? order by audit_id")
        .param(concern.toString())
        .query(String.class)
        .list();
  }

  /** Who was written to about a concern, with the number of the reminder. */
  private List<String> messages(UUID concern, String purpose) {
    return database
        .sql("select split_part(dedup_key, ':', 3) || ':' || split_part(dedup_key, ':', 4) from outbox_message where dedup_key like ?")
        .param(purpose + ":" + concern + ":%")
        .query(String.class)
        .list();
  }
}
