package org.fingerpost.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.referral.AReferral.forZebedee;
import static org.fingerpost.referral.journey.SettleRoute.CONFIRM_ROUTE;
import static org.fingerpost.referral.journey.ReferralJourney.PROCESS_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.NoPersonInTheEngine;
import org.fingerpost.eligibility.Eligibility;
import org.fingerpost.eligibility.Route;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.notification.RenderedMessage;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Receiving, routing, closing and withdrawing, with the real engine and database up to the first task of a person. */
@FingerpostTest
class ReferralsTest {

  private static final AtomicInteger SURNAMES = new AtomicInteger();

  @Autowired ReceivingReferral receiving;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired ClosingReferral closing;
  @Autowired Referrals referrals;
  @Autowired Eligibility eligibility;
  @Autowired Consents consents;
  @Autowired Outbox outbox;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired TaskService tasks;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @Test
  void a_referral_brings_its_person_consent_journey_message_and_record() {
    var received = receiving.receive(somebody().request());
    String id = received.referralId();

    var referral = referrals.get(id);
    assertThat(id).matches("FP-[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(referral.areaCode()).isEqualTo("GLOUCESTER");
    assertThat(referral.stage()).isEqualTo(Stage.ASSIGNED);
    assertThat(referral.route()).isEqualTo("LINK_WORKER");
    assertThat(referral.linkWorker()).isNotNull();
    assertThat(referrals.byTrackingToken(received.trackingToken())).contains(referral);
    assertThat(referrals.byTrackingToken(id)).isEmpty();
    assertThat(consents.granted(id, Consent.Purpose.REFER, null)).isTrue();
    assertThat(consents.granted(id, Consent.Purpose.TELL_REFERRER, null)).isTrue();
    assertThat(consents.granted(id, Consent.Purpose.EVALUATION, null)).isFalse();

    var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id, PROCESS_ID).list();
    assertThat(instances).hasSize(1);
    assertThat(instances.get(0).getTenantId()).isEqualTo("gloucestershire");
    assertThat(text("select process_instance_id from referral where referral_id = ?", id))
        .isEqualTo(instances.get(0).getId());

    assertThat(messages(id)).hasSize(1);
    assertThat(messages(id).get(0).purpose()).isEqualTo(Purpose.REFERRAL_RECEIVED);
    assertThat(messages(id).get(0).body())
        .contains(id, "/track/" + received.trackingToken())
        .doesNotContain("Zebedee");
    assertThat(acts(id)).containsSubsequence("referral.received", "route.proposed", "linkworker.assigned");
    new NoPersonInTheEngine(database).knowsNothingOf("Zebedee", "01632 960222", "Widowed", "lunch club", "Okafor");
  }

  @Test
  void a_refused_request_leaves_nothing() {
    long before = count("select count(*) from person");

    assertThatThrownBy(() -> receiving.receive(somebody().needs("FAME").risks().request()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems()).extracting("field").containsExactly("needs", "risks"))
        .hasMessageNotContaining("Zebedee");
    assertThatThrownBy(() -> receiving.receive(somebody().to("atlantis").request()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems()).extracting("field").containsExactly("schemeId"));

    assertThat(count("select count(*) from person")).isEqualTo(before);
  }

  @Test
  void without_consent_a_team_lead_must_decide_and_nobody_is_turned_away_by_a_table() {
    String id = receiving.receive(somebody().withoutConsent().request()).referralId();

    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id).singleResult().getTaskDefinitionKey())
        .isEqualTo(CONFIRM_ROUTE);
    var proposal = eligibility.proposal(id);
    assertThat(proposal.route()).isEqualTo(Route.RETURN);
    assertThat(proposal.reasonCode()).isEqualTo("NO_CONSENT");
    assertThat(proposal.ruleIds()).containsExactly("rule_noConsent");
    assertThat(referrals.get(id).route()).isNull();

    transaction.executeWithoutResult(status -> referrals.route(id, "RETURN"));
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> closing.notTakenOn(id)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no person has confirmed");

    transaction.executeWithoutResult(
        status -> {
          eligibility.confirm(id, Route.RETURN, "We rang the surgery", "grace");
          closing.notTakenOn(id);
        });
    assertThat(referrals.get(id).closedState()).isEqualTo(ClosedState.NOT_ELIGIBLE);
    assertThat(
            text("select confirmed_by from decision_record where decision_key = 'referral-route' and referral_id = ?", id))
        .isEqualTo("grace");
    assertThat(acts(id)).contains("route.confirmed", "referral.closed");
    // Nobody agreed that the referrer may be told about the person; that nobody will act on it is told all the same.
    assertThat(messages(id))
        .extracting(RenderedMessage::purpose)
        .containsExactlyInAnyOrder(Purpose.REFERRAL_RECEIVED, Purpose.REFERRAL_RETURNED);

    // Only a journey closes a referral; this one was closed behind its journey's back, whose deadlines would find it closed.
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).rootProcessInstances().list()
        .forEach(journey -> runtime.deleteProcessInstance(journey.getId(), "closed by the test"));
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).count()).isZero();
  }

  @Test
  void urgent_is_a_call_to_act_and_not_a_place_to_leave_somebody() {
    String id = receiving.receive(somebody().risks("IMMEDIATE_RISK").request()).referralId();

    assertThat(eligibility.proposal(id).route()).isEqualTo(Route.URGENT);
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(s -> eligibility.confirm(id, Route.URGENT, "so", "grace")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void the_same_person_again_is_proposed_to_be_joined_but_twins_are_two_people() {
    String family = surname();
    receiving.receive(forZebedee().named("Zebedee", family).nhsNumber("9990000026").request());

    String again = receiving.receive(forZebedee().named("Zeb", family.toUpperCase()).nhsNumber(null).request()).referralId();
    String twin = receiving.receive(forZebedee().named("Zelda", family).nhsNumber("9990000034").request()).referralId();
    String renamed = receiving.receive(forZebedee().named("Zelda", surname()).nhsNumber("9990000034").request()).referralId();

    assertThat(eligibility.proposal(again).route()).isEqualTo(Route.MERGE);
    assertThat(eligibility.proposal(renamed).route()).isEqualTo(Route.MERGE);
    // The twin looks like "again", who came without a number; without that one they would go straight on.
    assertThat(eligibility.proposal(twin).route()).isEqualTo(Route.MERGE);
    String other = surname();
    receiving.receive(forZebedee().named("Olwen", other).nhsNumber("9990000042").request());
    String otherTwin = receiving.receive(forZebedee().named("Mabli", other).nhsNumber("9990000050").request()).referralId();
    assertThat(eligibility.proposal(otherTwin).route()).isEqualTo(Route.LINK_WORKER);
  }

  @Test
  void an_ended_referral_does_not_stand_in_the_way_of_a_new_one() {
    String family = surname();
    String first = receiving.receive(forZebedee().named("Zebedee", family).request()).referralId();
    withdrawing.withdraw(first, "CHANGED_MIND", Actor.staff("lowri"));

    String second = receiving.receive(forZebedee().named("Zebedee", family).request()).referralId();
    assertThat(eligibility.proposal(second).route()).isEqualTo(Route.LINK_WORKER);
  }

  @Test
  void who_wants_information_only_gets_it_and_no_link_worker() {
    String id = receiving.receive(somebody().wantsInformationOnly().request()).referralId();

    var referral = referrals.get(id);
    assertThat(referral.open()).as("until they have answered, or have not").isTrue();
    assertThat(referral.linkWorker()).isNull();
    var toPerson = messages(id).stream().filter(m -> m.purpose() == Purpose.REFERRAL_SIGNPOSTED).findFirst().orElseThrow();
    assertThat(toPerson.toAddress()).isEqualTo("zebedee@example.org");
    assertThat(toPerson.body()).contains("Zebedee", "\n- ");
    assertThat(messages(id)).extracting(RenderedMessage::purpose).doesNotContain(Purpose.REFERRAL_CLOSED);
  }

  @Test
  void a_withdrawal_ends_the_journey_once_and_tells_the_referrer() {
    String id = receiving.receive(somebody().request()).referralId();

    withdrawing.withdraw(id, "NEEDS_MET_ELSEWHERE", Actor.staff("lowri"));
    withdrawing.withdraw(id, "NEEDS_MET_ELSEWHERE", Actor.staff("lowri"));

    var referral = referrals.get(id);
    assertThat(referral.closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(referral.closureReason()).isEqualTo("NEEDS_MET_ELSEWHERE");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).count()).isZero();
    assertThat(acts(id).stream().filter("referral.withdrawn"::equals)).hasSize(1);
    assertThat(text("select actor_id from audit_entry where act = 'referral.withdrawn' and subject_id = ?", id))
        .isEqualTo("lowri");
    assertThat(messages(id)).extracting(RenderedMessage::purpose).contains(Purpose.REFERRAL_CLOSED);
  }

  @Test
  void who_takes_back_consent_is_not_talked_about_any_more() {
    String id = receiving.receive(somebody().request()).referralId();

    withdrawing.withdraw(id, "CONSENT_WITHDRAWN", Actor.staff("lowri"));

    assertThat(consents.granted(id, Consent.Purpose.REFER, null)).isFalse();
    assertThat(messages(id)).extracting(RenderedMessage::purpose).doesNotContain(Purpose.REFERRAL_CLOSED);
  }

  @Test
  void a_withdrawal_needs_a_known_reason_and_an_open_referral() {
    String id = receiving.receive(somebody().request()).referralId();
    withdrawing.withdraw(id, "DIED", Actor.staff("lowri"));

    assertThatThrownBy(() -> withdrawing.withdraw(id, "BORED", Actor.staff("lowri"))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> withdrawing.withdraw(id, null, Actor.staff("lowri"))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> withdrawing.withdraw(id, "OTHER", Actor.staff("lowri")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems().get(0).messageKey()).isEqualTo("referral.withdraw.ended"));
  }

  @Test
  void the_latest_answer_about_consent_counts_and_activities_are_asked_one_by_one() {
    var referral = referrals.get(receiving.receive(somebody().request()).referralId());
    String walks = "GL-WALKS";
    assertThat(consents.granted(referral.referralId(), Consent.Purpose.TELL_PROVIDER, walks)).isFalse();

    answer(referral, true, walks);
    assertThat(consents.granted(referral.referralId(), Consent.Purpose.TELL_PROVIDER, walks)).isTrue();
    assertThat(consents.granted(referral.referralId(), Consent.Purpose.TELL_PROVIDER, "GL-CHOIR")).isFalse();
    assertThat(consents.granted(referral.referralId(), Consent.Purpose.TELL_PROVIDER, null)).isFalse();

    answer(referral, false, walks);
    assertThat(consents.granted(referral.referralId(), Consent.Purpose.TELL_PROVIDER, walks)).isFalse();
  }

  @Test
  void a_page_of_referrals_holds_the_schemes_own_open_ones_by_date() {
    String id = receiving.receive(somebody().request()).referralId();

    var open = referrals.inScheme("gloucestershire", true, 0, 500);
    assertThat(open).extracting(ReferralSummary::referralId).contains(id);
    assertThat(open).allMatch(r -> r.schemeId().equals("gloucestershire") && r.open());
    assertThat(referrals.inScheme("wales", true, 0, 500)).extracting(ReferralSummary::referralId).doesNotContain(id);
    assertThat(referrals.inScheme("gloucestershire", false, 0, 500)).noneMatch(ReferralSummary::open);
  }

  private void answer(ReferralSummary referral, boolean granted, String activityId) {
    transaction.executeWithoutResult(
        status ->
            consents.record(
                new Consent(
                    referral.personId(), referral.referralId(), Consent.Purpose.TELL_PROVIDER, granted, "PERSON",
                    "IN_PERSON", LocalDate.now(clock), "share-1", activityId, "lowri")));
  }

  private static AReferral somebody() {
    return forZebedee().named("Zebedee", surname());
  }

  /** A family name that no other test has. */
  private static String surname() {
    return "Quill " + Integer.toString(SURNAMES.incrementAndGet(), 36) + Long.toString(System.nanoTime(), 36);
  }

  private List<RenderedMessage> messages(String referralId) {
    return outbox.latest(1000).stream().filter(m -> referralId.equals(m.referralId())).toList();
  }

  private List<String> acts(String referralId) {
    return database
        .sql("select act from audit_entry where subject_id = ? order by audit_id")
        .param(referralId)
        .query(String.class)
        .list();
  }

  private String text(String sql, String referralId) {
    return database.sql(sql).param(referralId).query(String.class).single();
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
