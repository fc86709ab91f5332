package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fingerpost.FingerpostTest;
import org.fingerpost.caseload.Absence;
import org.fingerpost.caseload.Absences;
import org.fingerpost.caseload.HandingOver;
import org.fingerpost.caseload.Team;
import org.fingerpost.caseload.TeamMember;
import org.fingerpost.caseload.WaitingList;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who gets a referral, and what happens when nobody can take it on, told as what happens to people. East Lancashire is theirs alone
 * for as long as a story lasts: wren and ash work there, nasreen leads the team, and each test says how much room they have.
 */
@FingerpostTest
class AllocationJourneyTest {

  private static final String SCHEME = "east-lancashire";
  private static final String FIND = "userTask_findLinkWorker";
  private static final String CONTACT = "userTask_recordFirstContact";

  @Autowired Journeys journeys;
  @Autowired Team team;
  @Autowired Absences absences;
  @Autowired HandingOver handingOver;
  @Autowired WaitingList waiting;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired CurrentActor currentActor;
  @Autowired JdbcClient database;

  private final List<String> received = new ArrayList<>();

  @BeforeEach
  void only_wren_and_ash_work_here() {
    for (String userId : List.of("wren", "ash")) {
      database
          .sql(
              """
              insert into staff_account (user_id, display_name, password_hash, roles, scheme_id)
              values (?, ?, '-', '{link-workers}', 'east-lancashire') on conflict (user_id) do update set active = true
              """)
          .params(userId, userId)
          .update();
    }
    takesUpTo("nasreen", 0);
    takesUpTo("wren", 0);
    takesUpTo("ash", 0);
  }

  @AfterEach
  void everybody_goes_home() {
    for (String referral : received) {
      if (journeys.summary(referral).open()) {
        withdrawing.withdraw(referral, "OTHER", Actor.PUBLIC);
      }
    }
    absences.of(SCHEME).forEach(absence -> absences.endNow(absence.absenceId()));
    database.sql("delete from link_worker where user_id in ('wren', 'ash')").update();
    database.sql("update staff_account set active = false where user_id in ('wren', 'ash')").update();
    database.sql("update link_worker set capacity = 100000, languages = '{en}', gender = 'FEMALE' where user_id = 'nasreen'").update();
    assertThat(waiting.of(SCHEME)).as("nobody is left waiting").isEmpty();
    journeys.nobodyIsInTheEngine("Zebedee", "Marrowby", "01632 960222", "Severn Surgery", "Widowed in the spring");
  }

  @Test
  void when_nobody_has_room_somebody_waits_and_is_served_as_soon_as_there_is() {
    takesUpTo("wren", 1);
    var first = receives("Marrowby-One");
    var second = receives("Marrowby-Two");
    assertThat(journeys.summary(first).linkWorker()).isEqualTo("wren");
    assertThat(journeys.openSteps(second)).containsExactly(FIND);
    assertThat(place(second)).isEqualTo("1 of 1");

    withdrawing.withdraw(first, "CHANGED_MIND", Actor.staff("wren"));

    eventually("the place of the first is the second's", () -> "wren".equals(journeys.summary(second).linkWorker()));
    assertThat(journeys.openSteps(second)).containsExactly(CONTACT);
    assertThat(journeys.task(second, CONTACT).getAssignee()).isEqualTo("wren");
    assertThat(journeys.path(second))
        .contains("callActivity_waitForLinkWorker", "serviceTask_joinWaitingList", "event_capacityAppeared", "endEvent_placeFound");
    assertThat(journeys.acts(second)).contains("linkworker.waiting", "linkworker.assigned");
    assertThat(how(second)).isEqualTo("PLACE_FOUND");
  }

  @Test
  void of_two_who_wait_the_urgent_one_is_first_though_it_came_last() {
    var calm = receives("Marrowby-Three");
    var urgent = receives("Marrowby-Four");
    // what the table of priorities says of them, said here so that this story does not hang on its rows
    database.sql("update waiting_list set urgent = (referral_id = ?) where referral_id in (?, ?)").params(urgent, urgent, calm).update();
    assertThat(place(urgent)).isEqualTo("1 of 2");
    assertThat(place(calm)).isEqualTo("2 of 2");

    leadLets("wren", 1);

    eventually("wren has the urgent one", () -> "wren".equals(journeys.summary(urgent).linkWorker()));
    assertThat(journeys.openSteps(calm)).containsExactly(FIND);
    assertThat(place(calm)).isEqualTo("1 of 1");
  }

  @Test
  void when_nobody_ever_has_room_the_team_lead_is_warned_again_and_again() {
    var referral = receives("Marrowby-Five");
    int before = journeys.task(referral, FIND).getPriority();

    journeys.timePasses(Duration.ofDays(14));
    int after = journeys.task(referral, FIND).getPriority();
    journeys.timePasses(Duration.ofDays(14));

    assertThat(after).isGreaterThan(before);
    assertThat(journeys.task(referral, FIND).getPriority()).isGreaterThan(after);
    assertThat(journeys.acts(referral).stream().filter("linkworker.wait-escalated"::equals).count()).isGreaterThanOrEqualTo(2);
    var shown = journeys.shown("nasreen", referral, FIND);
    assertThat((Integer) shown.get("timesTold")).isGreaterThanOrEqualTo(2);
    assertThat(shown).containsEntry("place", 1).containsEntry("length", 1);
    assertThat(journeys.summary(referral).open()).as("and nobody is given up").isTrue();
  }

  @Test
  void the_team_lead_chooses_somebody_by_hand() {
    var referral = receives("Marrowby-Six");

    journeys.completes("nasreen", referral, FIND, Map.of("linkWorker", "ash"));

    assertThat(journeys.summary(referral).linkWorker()).isEqualTo("ash");
    assertThat(journeys.openSteps(referral)).containsExactly(CONTACT);
    assertThat(journeys.path(referral)).contains("endEvent_linkWorkerChosen");
    assertThat(team.whyThisWorker(referral)).containsExactly("TEAM_LEAD");
    assertThat(how(referral)).isEqualTo("CHOSEN");
  }

  @Test
  void somebody_who_comes_back_meets_the_link_worker_they_know() {
    takesUpTo("wren", 5);
    var first = receives("Marrowby-Seven");
    withdrawing.withdraw(first, "CHANGED_MIND", Actor.PUBLIC);
    takesUpTo("ash", 100);

    var again = receives("Marrowby-Seven");

    assertThat(journeys.summary(again).linkWorker()).isEqualTo("wren");
    assertThat(team.whyThisWorker(again)).startsWith("KNOWN_TO_PERSON");
  }

  @Test
  void somebody_who_would_rather_speak_welsh_gets_a_link_worker_who_does() {
    takesUpTo("wren", 100);
    takesUpTo("ash", 5);
    database.sql("update link_worker set languages = '{cy,en}' where user_id = 'ash'").update();
    var person = someone("Marrowby-Eight");
    person.person = inWelsh(person.person);

    var referral = receives(person);

    assertThat(journeys.summary(referral).linkWorker()).isEqualTo("ash");
    assertThat(team.whyThisWorker(referral)).startsWith("LANGUAGE");
  }

  @Test
  void a_woman_who_asked_for_a_woman_waits_for_one_and_holds_nobody_up() {
    takesUpTo("ash", 100);
    database.sql("update link_worker set gender = 'MALE' where user_id = 'ash'").update();
    database.sql("update link_worker set gender = 'FEMALE' where user_id = 'wren'").update();
    var person = someone("Marrowby-Nine");
    person.workerAsked = "FEMALE";

    var referral = receives(person);
    var other = receives("Marrowby-Ten");

    assertThat(journeys.openSteps(referral)).containsExactly(FIND);
    assertThat(journeys.shown("nasreen", referral, FIND)).containsEntry("workerAsked", "FEMALE");
    assertThat(journeys.summary(other).linkWorker()).isEqualTo("ash");
    leadLets("wren", 5);
    eventually("wren has room", () -> "wren".equals(journeys.summary(referral).linkWorker()));
    assertThat(team.whyThisWorker(referral)).contains("AS_ASKED");
  }

  @Test
  void somebody_who_withdraws_while_waiting_leaves_the_list() {
    var referral = receives("Marrowby-Eleven");
    var behind = receives("Marrowby-Twelve");

    withdrawing.withdraw(referral, "NEEDS_MET_ELSEWHERE", Actor.PUBLIC);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(how(referral)).isEqualTo("CLOSED");
    assertThat(place(behind)).isEqualTo("1 of 1");
  }

  @Test
  void a_link_worker_leaves_and_her_people_are_handed_over() {
    takesUpTo("wren", 10);
    var one = receives("Marrowby-Thirteen");
    var two = receives("Marrowby-Fourteen");
    var three = receives("Marrowby-Fifteen");
    journeys.completes("wren", two, CONTACT, reached());
    takesUpTo("ash", 1);

    as("nasreen", () -> absences.record(SCHEME, "wren", today().plusDays(10), null, null, Absence.Reason.LEAVING));
    assertThat(journeys.openSteps(receives("Marrowby-Sixteen"))).as("she is given nobody new").containsExactly(CONTACT);
    var left =
        as(
            "nasreen",
            () ->
                handingOver.handOver(
                    SCHEME, "wren", Map.of(two, "nasreen"), HandingOver.BY_THE_RULES, HandingOver.Reason.LEAVING));

    assertThat(journeys.summary(two).linkWorker()).as("as named").isEqualTo("nasreen");
    assertThat(journeys.task(two, "userTask_holdConversation").getAssignee()).isEqualTo("nasreen");
    assertThat(left).as("ash has no room for them, and nobody is dropped").containsExactlyInAnyOrder(one, three);
    takesUpTo("ash", 10);
    assertThat(
            as(
                "nasreen",
                () -> handingOver.handOver(SCHEME, "wren", Map.of(), HandingOver.BY_THE_RULES, HandingOver.Reason.LEAVING)))
        .isEmpty();
    for (String referral : List.of(one, three)) {
      assertThat(journeys.summary(referral).linkWorker()).isEqualTo("ash");
      assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo("ash");
      assertThat(journeys.acts(referral)).contains("linkworker.changed");
      assertThat(team.whyThisWorker(referral)).startsWith("HANDED_OVER");
    }
    journeys.completes("ash", one, CONTACT, reached());
    assertThat(journeys.task(one, "userTask_holdConversation").getAssignee()).as("what comes is hers too").isEqualTo("ash");
  }

  @Test
  void while_a_link_worker_is_on_leave_her_cover_does_the_work_and_after_it_she_has_it_back() {
    takesUpTo("wren", 10);
    var referral = receives("Marrowby-Seventeen");
    var quiet = receives("Marrowby-Eighteen");
    takesUpTo("ash", 10);
    as("nasreen", () -> absences.record(SCHEME, "wren", today().plusDays(1), today().plusDays(7), "ash", Absence.Reason.LEAVE));
    assertThat(journeys.task(referral, CONTACT).getAssignee()).as("not yet").isEqualTo("wren");

    journeys.timePasses(Duration.ofDays(1));

    assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo("ash");
    assertThat(journeys.summary(referral).linkWorker()).as("the referral stays hers").isEqualTo("wren");
    journeys.completes("ash", referral, CONTACT, reached());
    assertThat(journeys.task(referral, "userTask_holdConversation").getAssignee()).as("new tasks too").isEqualTo("ash");
    assertThat(
            database
                .sql(
                    """
                    select actor_id || ' for ' || (details->>'coveringFor') from audit_entry
                    where subject_id = ? and act = 'conversation.contact-recorded'
                    """)
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("ash for wren");
    assertThat(journeys.summary(receives("Marrowby-Nineteen")).linkWorker()).as("who is away is given nobody new").isEqualTo("ash");

    journeys.timePasses(Duration.ofDays(7));

    assertThat(journeys.task(referral, "userTask_holdConversation").getAssignee()).isEqualTo("wren");
    assertThat(journeys.task(quiet, CONTACT).getAssignee()).isEqualTo("wren");
    assertThat(journeys.acts(referral)).containsSubsequence("linkworker.cover-begun", "conversation.contact-recorded", "linkworker.cover-ended");
    assertThat(absences.of(SCHEME)).isEmpty();
  }

  @Test
  void a_link_worker_who_is_back_early_has_her_work_back_at_once() {
    takesUpTo("wren", 10);
    var referral = receives("Marrowby-Twenty");
    takesUpTo("ash", 10);
    var absence = as("nasreen", () -> absences.record(SCHEME, "wren", today(), today().plusDays(20), "ash", Absence.Reason.OTHER));
    journeys.timePasses(Duration.ofMinutes(1));
    assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo("ash");

    as("nasreen", () -> { absences.endNow(absence); return null; });

    assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo("wren");
    assertThat(absences.of(SCHEME)).isEmpty();
  }

  @Test
  void the_end_of_a_leave_makes_room_for_somebody_who_waits() {
    takesUpTo("wren", 5);
    as("nasreen", () -> absences.record(SCHEME, "wren", today(), today().plusDays(3), null, Absence.Reason.TRAINING));
    var referral = receives("Marrowby-Twenty-One");
    assertThat(journeys.openSteps(referral)).containsExactly(FIND);

    journeys.timePasses(Duration.ofDays(4));

    eventually("wren is back", () -> "wren".equals(journeys.summary(referral).linkWorker()));
  }

  @Test
  void the_team_lead_gives_one_referral_to_somebody_else_with_a_reason() {
    takesUpTo("wren", 10);
    var referral = receives("Marrowby-Twenty-Two");
    takesUpTo("ash", 0);

    as("nasreen", () -> { handingOver.reassign(referral, "ash", HandingOver.Reason.CONFLICT_OF_INTEREST); return null; });

    assertThat(journeys.summary(referral).linkWorker()).isEqualTo("ash");
    assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo("ash");
    assertThat(
            database
                .sql("select actor_id || ' ' || (details->>'changeReason') from audit_entry where subject_id = ? and act = 'linkworker.changed'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("nasreen CONFLICT_OF_INTEREST");
  }

  @Test
  void two_at_once_do_not_both_get_the_last_place() throws Exception {
    takesUpTo("wren", 1);
    var gate = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        var person = someone("Marrowby-At-Once-" + i);
        calls.add(() -> journeys.receives(person));
      }
      for (var reference : gate.invokeAll(calls)) {
        received.add(reference.get());
      }
    } finally {
      gate.shutdown();
      assertThat(gate.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(received.stream().filter(referral -> journeys.summary(referral).linkWorker() != null)).hasSize(1);
    assertThat(waiting.of(SCHEME)).hasSize(3);
  }

  private String receives(String familyName) {
    return receives(someone(familyName));
  }

  private String receives(AReferral person) {
    var reference = journeys.receives(person);
    received.add(reference);
    return reference;
  }

  private static AReferral someone(String familyName) {
    return someoneCalled(familyName).to(SCHEME).livingAt("BB11 1AA");
  }

  private static ReferralRequest.Person inWelsh(ReferralRequest.Person person) {
    return new ReferralRequest.Person(
        person.givenName(), person.familyName(), person.dateOfBirth(), person.nhsNumber(), person.postcode(), person.phone(),
        person.email(), Language.CY, null, null, null);
  }

  /** Room as it is in the database, with nobody told of it. */
  private void takesUpTo(String userId, int weight) {
    database
        .sql(
            """
            insert into link_worker (user_id, scheme_id, capacity) values (?, 'east-lancashire', ?)
            on conflict (user_id) do update set capacity = excluded.capacity
            """)
        .params(userId, weight)
        .update();
  }

  /** The same as the team lead does it. */
  private void leadLets(String userId, int weight) {
    var member = team.member(SCHEME, userId).orElseThrow();
    as(
        "nasreen",
        () -> {
          team.set(
              SCHEME,
              userId,
              new TeamMember.Settings(
                  weight, null, member.patches(), member.practices(), member.languages(), member.gender()));
          return null;
        });
  }

  private <T> T as(String userId, Supplier<T> work) {
    return currentActor.as(Actor.staff(userId), work);
  }

  private String place(String referral) {
    return waiting.placeOf(SCHEME, referral).map(place -> place.place() + " of " + place.length()).orElse("none");
  }

  private String how(String referral) {
    return database.sql("select ended_how from waiting_list where referral_id = ?").param(referral).query(String.class).single();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private static void eventually(String what, BooleanSupplier happened) {
    for (int i = 0; i < 100 && !happened.getAsBoolean(); i++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertThat(happened.getAsBoolean()).as(what).isTrue();
  }
}
