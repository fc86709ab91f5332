package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.OpenCases;
import org.fingerpost.rights.Retention.KeptBecause;
import org.fingerpost.rights.Retention.Proposal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The years are over: Fingerpost proposes, one person confirms, another disposes; nothing goes by itself. */
@FingerpostTest
class RetentionTest extends RightsTests {

  @Autowired Journeys journeys;
  @Autowired Retention retention;
  @Autowired OpenCases cases;
  @Autowired TransactionTemplate transaction;

  /** Ended so many years ago, after so many talks. */
  private String ended(String familyName, int yearsAgo, int contacts, LocalDate born) {
    var referral = journeys.receives(Journeys.someoneCalled(familyName));
    currentActor.as(Actor.staff("grace"), () -> cases.end(referral));
    database
        .sql("update referral set changed_at = changed_at - make_interval(years => ?), contacts = ? where referral_id = ?")
        .params(yearsAgo, contacts, referral)
        .update();
    if (born != null) {
      database
          .sql("update person set date_of_birth = ? where person_id = (select person_id from referral where referral_id = ?)")
          .params(born, referral)
          .update();
    }
    return referral;
  }

  private void round() {
    transaction.executeWithoutResult(status -> retention.propose("gloucestershire"));
  }

  private List<Proposal> of(String referral) {
    return currentActor.as(
        Actor.staff("grace"), () -> retention.waiting().stream().filter(one -> one.subjectId().equals(referral)).toList());
  }

  @Test
  void what_is_over_is_proposed_once_with_its_class_and_nothing_else_is() {
    var old = ended("Verdigris-One", 9, 3, null);
    var recent = ended("Verdigris-Two", 7, 3, null);
    var neverReached = ended("Verdigris-Three", 3, 0, null);
    var child = ended("Verdigris-Four", 9, 3, today().minusYears(20));
    var grownUp = ended("Verdigris-Five", 9, 3, today().minusYears(25).minusDays(5));
    round();
    round();

    assertThat(of(old)).singleElement().satisfies(one -> assertThat(one.recordClass()).isEqualTo("ADULT_CASE"));
    assertThat(of(recent)).isEmpty();
    assertThat(of(neverReached)).singleElement().satisfies(one -> assertThat(one.recordClass()).isEqualTo("NOT_ENGAGED"));
    assertThat(of(child)).as("a child's case is kept until the 25th birthday").isEmpty();
    assertThat(of(grownUp)).singleElement().satisfies(one -> assertThat(one.recordClass()).isEqualTo("CHILD_CASE"));
    assertThat(new Canary(database).placesOf("Verdigris-One")).as("proposing destroys nothing").isNotEmpty();
  }

  @Test
  void two_people_dispose_and_then_nothing_of_the_person_is_left() {
    var referral = ended("Verdigris-Six", 9, 3, null);
    round();
    var proposal = List.of(of(referral).get(0).proposalId());

    currentActor.as(Actor.staff("grace"), () -> assertThat(retention.confirm(proposal)).isEqualTo(1));
    assertThatThrownBy(() -> currentActor.as(Actor.staff("grace"), () -> retention.dispose(proposal)))
        .hasMessageContaining("rights.retention.second");
    var done = currentActor.as(Actor.staff("rhian"), () -> retention.dispose(proposal));

    assertThat(done).isEqualTo(new Retention.Disposed(1, 0));
    assertThat(new Canary(database).placesOf("Verdigris-Six")).isEmpty();
    assertThat(journeys.acts(referral)).endsWith("rights.disposal-confirmed", "rights.erased", "rights.disposed");
  }

  @Test
  void whoever_confirmed_does_not_dispose_even_as_a_records_officer() {
    var referral = ended("Verdigris-Seven", 9, 3, null);
    round();
    var proposal = List.of(of(referral).get(0).proposalId());
    currentActor.as(Actor.staff("rhian"), () -> retention.confirm(proposal));
    assertThatThrownBy(() -> currentActor.as(Actor.staff("rhian"), () -> retention.dispose(proposal)))
        .hasMessageContaining("rights.retention.second");
    assertThat(new Canary(database).placesOf("Verdigris-Seven")).isNotEmpty();
  }

  @Test
  void a_legal_hold_keeps_a_record_with_its_reason_until_a_day() {
    var referral = ended("Verdigris-Eight", 9, 3, null);
    round();
    List<UUID> proposal = List.of(of(referral).get(0).proposalId());
    assertThatThrownBy(() -> currentActor.as(Actor.staff("grace"), () -> retention.keep(proposal, KeptBecause.LEGAL_CLAIM, today())))
        .hasMessageContaining("rights.retention.until");
    currentActor.as(Actor.staff("grace"), () -> retention.keep(proposal, KeptBecause.LEGAL_CLAIM, today().plusYears(1)));
    round();
    assertThat(of(referral)).as("not proposed again before that day").isEmpty();
    database.sql("update retention_proposal set keep_until = keep_until - 800 where subject_id = ?").param(referral).update();
    round();
    assertThat(of(referral)).hasSize(1);
    assertThat(journeys.acts(referral)).endsWith("rights.disposal-declined");
  }

  @Test
  void who_comes_back_before_it_is_done_is_not_disposed_of() {
    var referral = ended("Verdigris-Nine", 9, 3, null);
    round();
    var proposal = List.of(of(referral).get(0).proposalId());
    currentActor.as(Actor.staff("grace"), () -> retention.confirm(proposal));
    database.sql("update referral set changed_at = changed_at + interval '5 years' where referral_id = ?").param(referral).update();
    assertThat(currentActor.as(Actor.staff("rhian"), () -> retention.dispose(proposal))).isEqualTo(new Retention.Disposed(0, 1));
    assertThat(new Canary(database).placesOf("Verdigris-Nine")).isNotEmpty();
    assertThat(of(referral)).isEmpty();
  }

  @Test
  void another_scheme_neither_sees_nor_touches_it() {
    var referral = ended("Verdigris-Ten", 9, 3, null);
    round();
    var proposal = List.of(of(referral).get(0).proposalId());
    currentActor.as(
        Actor.staff("rhys"),
        () -> {
          assertThat(retention.waiting()).noneMatch(one -> one.subjectId().equals(referral));
          assertThat(retention.confirm(proposal)).isZero();
        });
  }
}
