package org.fingerpost.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.InvalidInput;
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

  private void openReferralOf(String userId) {
    String referral = referral("GLOUCESTER");
    database.sql("update referral set link_worker = ? where referral_id = ?").params(userId, referral).update();
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
        .sql("insert into person (person_id, scheme_id, given_name, family_name, date_of_birth, postcode, created_at) values (?, 'gloucestershire', 'Idris', 'Marchbanks', '1950-01-01', 'GL1 1AA', now())")
        .params(person)
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
