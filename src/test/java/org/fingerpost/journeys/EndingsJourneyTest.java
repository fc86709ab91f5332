package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.introduction.Answer;
import org.fingerpost.person.Consent;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ConsentGivenBy;
import org.fingerpost.referral.ConsentHow;
import org.fingerpost.referral.EndingReferral;
import org.fingerpost.referral.Ending;
import org.fingerpost.referral.KeepingConsents;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.safeguarding.RaisedConcern;
import org.fingerpost.safeguarding.Safeguarding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A referral may end at any time: taken back, moved away, died. What stops, what goes on, and what is said to whom. */
@FingerpostTest
class EndingsJourneyTest {

  private static final Actor LOWRI = Actor.staff("lowri");

  @Autowired Journeys journeys;
  @Autowired EndingReferral ending;
  @Autowired KeepingConsents keeping;
  @Autowired Safeguarding safeguarding;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine("Zebedee", "Thistlewood", "kingfisher", "zebedee@example.org");
  }

  private String offered(AReferral request) {
    var referral = journeys.receives(request);
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("Seeing a kingfisher"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    return referral;
  }

  private String introduced(AReferral request) {
    var referral = offered(request);
    journeys.providerSays(referral, Answer.ACCEPTED);
    return referral;
  }

  private void answers(String referral, Consent.Purpose purpose, String activity, boolean granted) {
    keeping.record(
        referral, purpose, activity, granted, ConsentGivenBy.PERSON, ConsentHow.TELEPHONE, "lowri");
  }

  @Test
  void a_withdrawal_after_the_introduction_stops_it_and_the_organisation_hears_no_reason() {
    var referral = introduced(someoneCalled("Thistlewood-One"));

    ending.end(referral, WithdrawalReason.CHANGED_MIND, LOWRI);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(introductions(referral)).containsExactly("STOPPED");
    assertThat(messages(referral))
        .contains("introduction-stopped", "referral-closed")
        .doesNotContain("introduction-ended-by-death", "referral-ended-by-death");
    assertThat(journeys.path(referral)).contains("startEvent_referralEnded", "serviceTask_stopWork", "endEvent_referralEnded");
  }

  @Test
  void somebody_who_moves_away_is_closed_with_that_reason_and_nobody_waits_for_them() {
    var referral = offered(someoneCalled("Thistlewood-Two"));

    ending.end(referral, Ending.MOVED_AWAY, LOWRI);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.summary(referral).closureReason()).isEqualTo("MOVED_AWAY");
    assertThat(messages(referral)).contains("introduction-stopped", "referral-closed");
    assertThat(journeys.acts(referral)).contains("referral.moved-away");
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void after_a_death_others_are_told_with_care_and_nothing_is_sent_to_the_person() {
    var referral = introduced(someoneCalled("Thistlewood-Three"));
    var before = messagesToThePerson(referral);

    ending.end(referral, Ending.DIED, LOWRI);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.DIED);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(messages(referral))
        .contains("introduction-ended-by-death", "referral-ended-by-death")
        .doesNotContain("introduction-stopped", "referral-closed");
    assertThat(messagesToThePerson(referral)).isEqualTo(before);
    assertThat(database.sql("select count(*) from outbox_silence where referral_id = ?").param(referral).query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void an_organisation_that_never_knew_the_person_hears_nothing_of_the_death() {
    var referral = offered(someoneCalled("Thistlewood-Four"));

    ending.end(referral, Ending.DIED, LOWRI);

    assertThat(messages(referral)).contains("introduction-stopped").doesNotContain("introduction-ended-by-death");
  }

  @Test
  void a_death_that_is_heard_of_after_the_end_silences_us_and_leaves_the_record() {
    var referral = journeys.receives(someoneCalled("Thistlewood-Five"));
    ending.end(referral, WithdrawalReason.CHANGED_MIND, LOWRI);

    ending.end(referral, Ending.DIED, LOWRI);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.acts(referral)).contains("referral.person-died");
    assertThatThrownBy(() -> ending.end(dead(), WithdrawalReason.CHANGED_MIND, LOWRI))
        .as("nobody takes back a referral after a death")
        .isInstanceOf(InvalidInput.class);
  }

  private String dead() {
    var referral = journeys.receives(someoneCalled("Thistlewood-Ten"));
    ending.end(referral, Ending.DIED, LOWRI);
    return referral;
  }

  @Test
  void a_concern_about_somebodys_safety_goes_on_after_a_death() {
    var referral = journeys.receives(someoneCalled("Thistlewood-Six"));
    safeguarding.raise(referral, new RaisedConcern(false, "Seen", "Somebody", null), "lowri");

    ending.end(referral, Ending.DIED, LOWRI);

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_decideConcern");
    journeys.completes(
        "grace", referral, "userTask_decideConcern", Map.of("decision", "ADVICE", "reason", "Told the coroner's officer"));
  }

  @Test
  void the_practice_hears_how_it_ended_if_the_person_agreed() {
    var referral = journeys.receives(someoneCalled("Thistlewood-Seven").practice("Y99001"));
    answers(referral, Consent.Purpose.TELL_GP, null, true);

    ending.end(referral, WithdrawalReason.NEEDS_MET_ELSEWHERE, LOWRI);

    assertThat(messages(referral)).contains("referral-closed-gp");
  }

  @Test
  void the_practice_hears_nothing_if_the_person_took_that_back_and_support_goes_on() {
    var referral = journeys.receives(someoneCalled("Thistlewood-Eight").practice("Y99001"));
    answers(referral, Consent.Purpose.TELL_GP, null, true);
    answers(referral, Consent.Purpose.TELL_GP, null, false);
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");

    ending.end(referral, WithdrawalReason.NEEDS_MET_ELSEWHERE, LOWRI);

    assertThat(messages(referral)).doesNotContain("referral-closed-gp").contains("referral-closed");
    assertThat(journeys.acts(referral)).contains("message.not-sent");
  }

  @Test
  void who_no_longer_agrees_that_an_organisation_knows_of_them_chooses_something_else() {
    var referral = offered(someoneCalled("Thistlewood-Nine"));
    String activity =
        database.sql("select activity_id from introduction where referral_id = ?").param(referral).query(String.class).single();

    answers(referral, Consent.Purpose.TELL_PROVIDER, activity, false);

    assertThat(introductions(referral)).containsExactly("STOPPED");
    assertThat(messages(referral)).contains("introduction-stopped");
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
    assertThat(journeys.summary(referral).open()).isTrue();
  }

  private List<String> introductions(String referral) {
    return database.sql("select status from introduction where referral_id = ?").param(referral).query(String.class).list();
  }

  private List<String> messages(String referral) {
    return database
        .sql("select purpose from outbox_message where referral_id = ?")
        .param(referral)
        .query(String.class)
        .list();
  }

  private int messagesToThePerson(String referral) {
    return database
        .sql("select count(*) from outbox_message where referral_id = ? and recipient = 'PERSON' and status <> 'CANCELLED'")
        .param(referral)
        .query(Integer.class)
        .single();
  }
}
