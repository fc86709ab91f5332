package org.fingerpost.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** Who gets a referral. Each test has its own link workers, alone in the scheme, and leaves nothing behind. */
@FingerpostTest
@Transactional
class CaseloadTest {

  @Autowired Caseload caseload;
  @Autowired WaitingList waiting;
  @Autowired Referrals referrals;
  @Autowired JdbcClient database;

  private int number;

  @BeforeEach
  void nobody_else_works_here() {
    database.sql("delete from link_worker").update();
  }

  @Test
  void the_patch_comes_before_room() {
    worker("ann", 1, "GLOUCESTER");
    worker("bea", 30, "CHELTENHAM");
    String referral = referral("GLOUCESTER");

    assertThat(caseload.assign(referral)).contains("ann");
    assertThat(referrals.get(referral).stage()).isEqualTo(Stage.ASSIGNED);
    assertThat(how(referral)).isEqualTo("PATCH");
  }

  @Test
  void without_room_in_the_patch_somebody_else_helps() {
    worker("ann", 0, "GLOUCESTER");
    worker("bea", 2, "CHELTENHAM");
    String referral = referral("GLOUCESTER");

    assertThat(caseload.assign(referral)).contains("bea");
    assertThat(how(referral)).isEqualTo("CAPACITY");
  }

  @Test
  void who_has_most_room_is_first_and_the_user_id_settles_ties() {
    worker("bea", 3, "GLOUCESTER");
    worker("ann", 3, "GLOUCESTER");

    assertThat(caseload.assign(referral("GLOUCESTER"))).contains("ann");
    assertThat(caseload.assign(flushed(referral("GLOUCESTER")))).contains("bea");
  }

  @Test
  void of_equal_room_whoever_has_fewer_is_first() {
    worker("ann", 4, "GLOUCESTER");
    openReferralOf("ann");
    worker("bea", 3, "GLOUCESTER");

    assertThat(caseload.assign(referral("GLOUCESTER"))).contains("bea");
  }

  @Test
  void ended_referrals_take_no_room() {
    worker("ann", 1, "GLOUCESTER");
    openReferralOf("ann");
    assertThat(caseload.assign(referral("GLOUCESTER"))).isEmpty();

    database.sql("update referral set closed_state = 'COMPLETED' where link_worker = 'ann'").update();
    assertThat(caseload.assign(referral("GLOUCESTER"))).contains("ann");
  }

  @Test
  void people_of_other_schemes_and_people_who_left_are_not_asked() {
    worker("ann", 5, "GLOUCESTER");
    worker("bea", 5, "GLOUCESTER");
    database.sql("update link_worker set scheme_id = 'wales' where user_id = 'ann'").update();
    database.sql("update staff_account set active = false where user_id = 'bea'").update();

    assertThat(caseload.assign(referral("GLOUCESTER"))).isEmpty();
  }

  @Test
  void an_assigned_referral_keeps_its_link_worker() {
    worker("ann", 5, "GLOUCESTER");
    String referral = referral("GLOUCESTER");
    caseload.assign(referral);
    worker("bea", 30, "GLOUCESTER");

    assertThat(caseload.assign(referral)).contains("ann");
  }

  @Test
  void somebody_of_no_area_is_given_to_whoever_has_room() {
    worker("ann", 5, "GLOUCESTER");
    assertThat(caseload.assign(referral(null))).contains("ann");
  }

  @Test
  void a_team_lead_may_choose_anybody_of_the_scheme_and_nobody_else() {
    worker("ann", 0, "CHELTENHAM");
    String referral = referral("GLOUCESTER");

    assertThatThrownBy(() -> caseload.assignTo(referral, "bronwen")).isInstanceOf(InvalidInput.class);
    caseload.assignTo(referral, "ann");
    assertThat(referrals.get(referral).linkWorker()).isEqualTo("ann");
    assertThat(how(referral)).isEqualTo("TEAM_LEAD");
  }

  @Test
  void an_urgent_referral_with_risks_and_several_needs_weighs_more_than_another() {
    worker("ann", 2, "GLOUCESTER");
    String heavy = openReferralOf("ann");
    assertThat(weightOf("ann")).isEqualTo("1");

    database
        .sql("update referral set urgent = true, needs = '{NATURE,MONEY,HOUSING}', risks = '{FALLS,HOME_VISIT}' where referral_id = ?")
        .param(heavy)
        .update();

    assertThat(weightOf("ann")).isEqualTo("2.5");
    assertThat(caseload.assign(referral("GLOUCESTER"))).as("one referral, but a whole caseload").isEmpty();
  }

  @Test
  void from_follow_up_on_a_referral_weighs_half() {
    worker("ann", 1, "GLOUCESTER");
    String nearlyDone = openReferralOf("ann");
    assertThat(caseload.assign(referral("GLOUCESTER"))).isEmpty();

    database.sql("update referral set stage = 'FOLLOW_UP' where referral_id = ?").param(nearlyDone).update();

    assertThat(caseload.assign(referral("GLOUCESTER"))).contains("ann");
  }

  @Test
  void a_scheme_may_weigh_otherwise() {
    worker("ann", 2, "GLOUCESTER");
    openReferralOf("ann");

    database.sql("insert into caseload_weight values ('gloucestershire', 2.00, 0, 0, 0, 1)").update();

    assertThat(caseload.assign(referral("GLOUCESTER"))).isEmpty();
  }

  @Test
  void who_is_nearly_full_comes_after_a_colleague_who_is_not() {
    worker("ann", 100, "GLOUCESTER");
    database.sql("update link_worker set warn_at = 1 where user_id = 'ann'").update();
    openReferralOf("ann");
    worker("bea", 3, "GLOUCESTER");

    assertThat(caseload.assign(referral("GLOUCESTER"))).contains("bea");
  }

  @Test
  void who_is_nearly_full_still_takes_what_nobody_else_can() {
    worker("ann", 2, "GLOUCESTER");
    database.sql("update link_worker set warn_at = 1 where user_id = 'ann'").update();
    openReferralOf("ann");
    String referral = referral("GLOUCESTER");

    assertThat(caseload.assign(referral)).contains("ann");
    assertThat(why(referral)).isEqualTo("PATCH,NEARLY_FULL");
  }

  @Test
  void somebody_the_person_knows_comes_first_wherever_they_work() {
    worker("ann", 30, "GLOUCESTER");
    worker("bea", 3, "CHELTENHAM");
    String earlier = openReferralOf("bea");
    database.sql("update referral set closed_state = 'COMPLETED' where referral_id = ?").param(earlier).update();
    String again = referral("GLOUCESTER");
    bothAre("Ottoline", earlier, again);

    assertThat(caseload.assign(again)).contains("bea");
    assertThat(why(again)).isEqualTo("KNOWN_TO_PERSON,CAPACITY");
  }

  @Test
  void two_people_of_one_name_and_birthday_with_two_nhs_numbers_are_two() {
    worker("ann", 30, "GLOUCESTER");
    worker("bea", 3, "CHELTENHAM");
    String hers = openReferralOf("bea");
    String his = referral("GLOUCESTER");
    bothAre("Ottoline", hers, his);
    nhsNumber(hers, "9990000018");
    nhsNumber(his, "9990000026");

    assertThat(caseload.assign(his)).contains("ann");
  }

  @Test
  void who_speaks_welsh_comes_first_for_somebody_who_would_rather_speak_welsh() {
    worker("ann", 30, "GLOUCESTER");
    worker("bea", 3, "CHELTENHAM");
    database.sql("update link_worker set languages = '{cy,en}' where user_id = 'bea'").update();
    String english = referral("GLOUCESTER");
    String welsh = referral("GLOUCESTER");
    database
        .sql("update person set preferred_language = 'cy' where person_id = (select person_id from referral where referral_id = ?)")
        .param(welsh)
        .update();

    assertThat(caseload.assign(english)).contains("ann");
    assertThat(caseload.assign(welsh)).contains("bea");
    assertThat(why(welsh)).isEqualTo("LANGUAGE,CAPACITY");
  }

  @Test
  void who_works_with_the_practice_comes_before_who_covers_the_area() {
    worker("ann", 30, "GLOUCESTER");
    worker("bea", 3, "CHELTENHAM");
    database.sql("update link_worker set practices = '{L84001}' where user_id = 'bea'").update();
    String referral = referral("GLOUCESTER");
    database.sql("update referral set practice_code = 'L84001' where referral_id = ?").param(referral).update();

    assertThat(caseload.assign(referral)).contains("bea");
    assertThat(how(referral)).isEqualTo("PRACTICE");
  }

  @Test
  void a_woman_who_asked_for_a_woman_waits_rather_than_being_given_a_man() {
    worker("ann", 0, "GLOUCESTER");
    worker("bob", 30, "GLOUCESTER");
    worker("cat", 30, "GLOUCESTER");
    database.sql("update link_worker set gender = 'FEMALE' where user_id = 'ann'").update();
    database.sql("update link_worker set gender = 'MALE' where user_id = 'bob'").update();
    String referral = referral("GLOUCESTER");
    database.sql("update referral set worker_asked = 'FEMALE' where referral_id = ?").param(referral).update();

    assertThat(caseload.assign(referral)).as("ann is full, bob is a man, and nobody knows of cat").isEmpty();
    database.sql("update link_worker set capacity = 1 where user_id = 'ann'").update();
    assertThat(caseload.assign(referral)).contains("ann");
    assertThat(why(referral)).isEqualTo("PATCH,AS_ASKED,CAPACITY");
  }

  @Test
  void who_is_away_or_leaving_is_given_nobody_new() {
    worker("ann", 30, "GLOUCESTER");
    worker("bea", 30, "GLOUCESTER");
    worker("cat", 1, "CHELTENHAM");
    absence("ann", "LEAVE", -1, 1);
    absence("bea", "LEAVING", 20, null);
    absence("cat", "LEAVE", 3, 5);

    assertThat(caseload.assign(referral("GLOUCESTER"))).as("cat's leave is yet to come").contains("cat");
  }

  @Test
  void a_new_referral_does_not_overtake_somebody_who_waits() {
    String first = referral("GLOUCESTER");
    assertThat(caseload.assign(first)).isEmpty();
    waiting.join(first);
    worker("ann", 1, "GLOUCESTER");

    assertThat(caseload.assign(referral("GLOUCESTER"))).isEmpty();
    assertThat(caseload.assignInTurn(first)).contains("ann");
    assertThat(waiting.of("gloucestershire")).extracting(WaitingPlace::referralId).doesNotContain(first);
  }

  @Test
  void the_waiting_list_has_urgent_ones_first_and_then_those_who_came_first() {
    for (int i = 1; i <= 3; i++) {
      database
          .sql("update referral set received_at = now() - cast(? as interval), urgent = ? where referral_id = ?")
          .params(i + " hours", i == 2, referral("GLOUCESTER"))
          .update();
    }
    List.of("FP-CASE-0001", "FP-CASE-0002", "FP-CASE-0003").forEach(waiting::join);

    assertThat(waiting.of("gloucestershire"))
        .extracting(WaitingPlace::referralId)
        .containsExactly("FP-CASE-0002", "FP-CASE-0003", "FP-CASE-0001");
    assertThat(waiting.placeOf("gloucestershire", "FP-CASE-0001")).hasValueSatisfying(
        place -> assertThat(place.place() + " of " + place.length()).isEqualTo("3 of 3"));
  }

  private void bothAre(String familyName, String... referrals) {
    database
        .sql("update person set family_name = ? where person_id in (select person_id from referral where referral_id = any (?))")
        .params(familyName, referrals)
        .update();
  }

  private void nhsNumber(String referral, String number) {
    database
        .sql("update person set nhs_number = ? where person_id = (select person_id from referral where referral_id = ?)")
        .params(number, referral)
        .update();
  }

  private void absence(String userId, String reason, int fromDay, Integer toDay) {
    var today = java.time.LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
    database
        .sql(
            """
            insert into staff_absence (absence_id, user_id, scheme_id, first_day, last_day, reason, recorded_by, recorded_at)
            values (?, ?, 'gloucestershire', ?, ?, ?, 'grace', now())
            """)
        .params(userId + "-away", userId, today.plusDays(fromDay), toDay == null ? null : today.plusDays(toDay), reason)
        .update();
  }

  private String weightOf(String userId) {
    return database
        .sql("select trim_scale(weighted) from caseload_of('gloucestershire', false) where worker = ?")
        .param(userId)
        .query(String.class)
        .single();
  }

  private String why(String referral) {
    TransactionSynchronizationUtils.triggerBeforeCommit(false);
    return database
        .sql("select details->>'because' from audit_entry where act = 'linkworker.assigned' and subject_id = ? order by audit_id desc limit 1")
        .param(referral)
        .query(String.class)
        .single();
  }

  private void worker(String userId, int capacity, String patch) {
    database
        .sql("insert into staff_account (user_id, display_name, password_hash, roles, scheme_id) values (?, ?, '-', '{link-workers}', 'gloucestershire')")
        .params(userId, userId)
        .update();
    database
        .sql("insert into link_worker (user_id, scheme_id, capacity, patches) values (?, 'gloucestershire', ?, ?)")
        .params(userId, capacity, new String[] {patch})
        .update();
  }

  private String openReferralOf(String userId) {
    String referral = referral("GLOUCESTER");
    database.sql("update referral set link_worker = ? where referral_id = ?").params(userId, referral).update();
    return referral;
  }

  /** The assignment before must have reached the database; in the application each is a transaction of its own. */
  private String flushed(String referral) {
    referrals.inScheme("gloucestershire", true, 0, 1);
    return referral;
  }

  private String referral(String area) {
    String id = "FP-CASE-%04d".formatted(++number);
    var person = UUID.randomUUID();
    database
        .sql("insert into person (person_id, scheme_id, given_name, family_name, date_of_birth, postcode, created_at) values (?, 'gloucestershire', 'Idris', ?, '1950-01-01', 'GL1 1AA', now())")
        .params(person, "Marchbanks-" + number)
        .update();
    database
        .sql(
            """
            insert into referral (referral_id, scheme_id, person_id, received_at, channel, source_code, referrer_kind, referrer_name,
              needs, risks, area_code, stage, tracking_token_hash, changed_at)
            values (?, 'gloucestershire', ?, now(), 'WEB', 'SELF', 'SELF', 'Idris Marchbanks', '{NATURE}', '{NONE_KNOWN}', ?,
              'RECEIVED', ?, now())
            """)
        .params(id, person, area, id)
        .update();
    return id;
  }

  private String how(String referral) {
    // The audit trail writes before the commit, which a test that rolls back never comes to.
    TransactionSynchronizationUtils.triggerBeforeCommit(false);
    return database
        .sql("select details->>'how' from audit_entry where act = 'linkworker.assigned' and subject_id = ?")
        .param(referral)
        .query(String.class)
        .single();
  }
}
