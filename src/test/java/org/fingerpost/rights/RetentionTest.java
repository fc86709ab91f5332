package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
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
  @Autowired Holds holds;
  @Autowired MessagesRemoved messages;
  @Autowired Gathering gathering;
  @Autowired AnswerWords parts;
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
    database
        .sql("update rights_hold set until_on = until_on - 800 where record_id = (select person_id::text from referral where referral_id = ?)")
        .param(referral)
        .update();
    round();
    assertThat(of(referral)).hasSize(1);
    assertThat(journeys.acts(referral)).endsWith("rights.held", "rights.disposal-declined");
  }

  private void held(String referral, LocalDate until) {
    currentActor.as(
        Actor.staff("grace"),
        () ->
            transaction.executeWithoutResult(
                status -> holds.put("gloucestershire", requests.record(referral).orElseThrow().subject(), KeptBecause.INQUIRY, until)));
  }

  private void lifted(String referral) {
    currentActor.as(
        Actor.staff("rhian"),
        () ->
            transaction.executeWithoutResult(
                status -> holds.lift("gloucestershire", requests.record(referral).orElseThrow().subject(), Holds.Lifting.OVER)));
  }

  @Test
  void a_hold_put_on_from_the_page_of_the_record_takes_it_off_the_list_and_nobody_erases_it_until_it_is_lifted() {
    var referral = ended("Verdigris-Eleven", 9, 3, null);
    round();
    assertThat(of(referral)).hasSize(1);
    held(referral, today().plusYears(2));
    round();
    assertThat(of(referral)).as("neither what was proposed, nor proposed again").isEmpty();
    var request = started(RightsRequest.Kind.ERASURE, referral);
    proposed(request, RightsRequest.Decision.ERASE);
    assertThatThrownBy(() -> decided(request, RightsRequest.Decision.ERASE, null)).hasMessageContaining("rights.hold.refuses");
    assertThat(new Canary(database).placesOf("Verdigris-Eleven")).isNotEmpty();

    lifted(referral);
    round();
    assertThat(of(referral)).as("its time is over all the same").hasSize(1);
    decided(request, RightsRequest.Decision.ERASE, null);
    assertThat(new Canary(database).placesOf("Verdigris-Eleven")).isEmpty();
    assertThat(journeys.acts(referral)).contains("rights.held", "rights.hold-lifted");
  }

  @Test
  void address_and_text_of_a_message_go_after_ninety_days_and_that_it_was_sent_stays() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Verdigris-Twelve").reachedBy(null, "verdigris-twelve@example.org"));
    var onHold = journeys.receives(Journeys.someoneCalled("Verdigris-Thirteen"));
    var unsent = journeys.receives(Journeys.someoneCalled("Verdigris-Fourteen"));
    held(onHold, today().plusYears(1));
    for (String one : List.of(referral, onHold)) {
      sent(one, 91);
    }
    database
        .sql("update outbox_message set created_at = created_at - interval '200 days' where referral_id = ?")
        .param(unsent)
        .update();
    String recent = journeys.receives(Journeys.someoneCalled("Verdigris-Fifteen"));
    sent(recent, 88);

    int before = count("select count(*) from audit_entry where act = 'rights.messages-removed'");
    assertThat(messages.begin()).isPositive();
    assertThat(messages.begin()).as("once a day").isZero();

    String kept = "select count(*) from outbox_message where referral_id = ? and (to_address is not null or params <> '{}')";
    assertThat(count(kept, referral)).isZero();
    assertThat(count("select count(*) from outbox_message where referral_id = ? and sent_at is not null and removed_at is not null", referral)).isPositive();
    assertThat(count(kept, onHold)).as("on hold").isPositive();
    assertThat(count(kept, unsent)).as("never sent").isPositive();
    assertThat(count(kept, recent)).as("88 days").isPositive();
    assertThat(count("select count(*) from audit_entry where act = 'rights.messages-removed'")).isEqualTo(before + 1);

    assertThat(page("/audit/referrals/" + referral, "amir")).contains("Message sent", "Address and text of the message removed").doesNotContain("??");
    var found = currentActor.as(Actor.staff("grace"), () -> gathering.gather(requests.record(referral).orElseThrow().subject(), Language.EN));
    var answer =
        parts.parts(found, "gloucestershire", Set.of(), Language.EN).stream()
            .flatMap(part -> part.rows().stream())
            .flatMap(List::stream)
            .map(Answers.Line::value)
            .collect(Collectors.joining("\n"));
    assertThat(answer).contains("91 days after it was sent: address and text are not kept any longer");
  }

  private void sent(String referral, int daysAgo) {
    database
        .sql("update outbox_message set status = 'ON_SCREEN', created_at = :at, sent_at = :at where referral_id = :referral")
        .param("at", java.sql.Timestamp.from(today().minusDays(daysAgo).atTime(9, 0).atZone(org.fingerpost.platform.engine.EngineClock.LONDON).toInstant()))
        .param("referral", referral)
        .update();
  }

  private int count(String sql, Object... params) {
    return database.sql(sql).params(params).query(Integer.class).single();
  }

  private String page(String path, String userId) throws Exception {
    return web.perform(get(path).with(as(userId))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
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
