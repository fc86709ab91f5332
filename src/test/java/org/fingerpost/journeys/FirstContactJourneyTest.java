package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.conversation.process.OverdueContacts;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReferralRequest.Person;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** First contact, told as what happens to people: from the first call to the letter, and to a person's decision. */
@FingerpostTest
class FirstContactJourneyTest {

  private static final String CONTACT = "userTask_recordFirstContact";
  private static final String DETAILS = "userTask_findRightContactDetails";
  private static final String LETTER = "userTask_awaitLetterAnswer";
  private static final String DECIDE = "userTask_decideAfterNoContact";
  private static final String CONVERSATION = "userTask_holdConversation";

  @Autowired Journeys journeys;
  @Autowired OverdueContacts overdue;
  @Autowired WorkingDays workingDays;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired TaskService tasks;
  @Autowired Staff staff;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Ladderley", "01632 960222", "960 333", "zebedee@example.org", "ladderley@example.org", "Severn Surgery",
        "on my own", "lodger", "husband", "sister");
  }

  // ---- reached

  @Test
  void somebody_reached_at_the_first_call_goes_on_to_the_conversation() {
    var referral = journeys.receives(someoneCalled("Ladderley-One"));

    var shown = shown(referral, CONTACT);
    assertThat(shown).containsEntry("attempt", 1).containsEntry("plannedChannel", "By telephone").containsEntry("safeTimes", "");
    journeys.completes(referral, CONTACT, reached());

    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
    assertThat(outbox(referral)).doesNotContain("contact-letter");
  }

  @Test
  void somebody_who_is_urgent_is_called_within_two_working_days() {
    var referral = journeys.receives(someoneCalled("Ladderley-Two").circumstances("HOSPITAL_DISCHARGE"));

    assertThat(due(referral, CONTACT).toLocalDate()).isEqualTo(workingDays.plus("gloucestershire", today(), 2));
    var routine = journeys.receives(someoneCalled("Ladderley-Three"));
    assertThat(due(routine, CONTACT).toLocalDate()).isEqualTo(workingDays.plus("gloucestershire", today(), 5));
  }

  @Test
  void a_bank_holiday_is_no_day_to_be_called_on() {
    // Five working days from 22 December lead past Christmas, Boxing Day and their substitutes, and a weekend.
    var year = today().isBefore(LocalDate.of(today().getYear(), 12, 21)) ? today().getYear() : today().getYear() + 1;
    var beforeChristmas = LocalDate.of(year, 12, 22).atTime(10, 0).atZone(EngineClock.LONDON);
    journeys.timePasses(Duration.between(now(), beforeChristmas));

    var referral = journeys.receives(someoneCalled("Ladderley-Four"));

    var due = due(referral, CONTACT).toLocalDate();
    assertThat(due).isAfterOrEqualTo(LocalDate.of(year, 12, 30));
    assertThat(journeys.summary(referral).nextDate()).isEqualTo(due);
    journeys.completes(referral, CONTACT, notReached());
    assertThat(journeys.summary(referral).nextDate()).as("past New Year's Day too").isAfter(LocalDate.of(year, 12, 29));
  }

  @Test
  void somebody_who_asks_to_be_called_later_is_called_then_and_it_is_no_attempt_in_vain() {
    var referral = journeys.receives(someoneCalled("Ladderley-Five"));
    var day = workingDays.plus("gloucestershire", today(), 4);
    var later = Map.<String, Object>of("channel", "PHONE", "result", "CALL_LATER", "callOn", day.toString(), "callPart", "EVENING");

    refused(referral, CONTACT, Map.of("channel", "PHONE", "result", "CALL_LATER"), "the day and the part of the day");
    refused(referral, CONTACT, with(later, "callOn", today().minusDays(1).toString()), "still to come");
    refused(referral, CONTACT, with(later, "callOn", today().plusDays(40).toString()), "within 30 days");
    refused(referral, CONTACT, with(later, "callOn", sunday().toString()), "working day");
    refused(referral, CONTACT, with(later, "callOn", "2026-02-30"), "the day and the part of the day");
    journeys.completes(referral, CONTACT, later);

    assertThat(journeys.openSteps(referral)).isEmpty();
    assertThat(journeys.summary(referral).nextDate()).isEqualTo(day);
    journeys.timePasses(Duration.between(now(), day.atTime(16, 0).atZone(EngineClock.LONDON)));
    assertThat(journeys.openSteps(referral)).as("not before the evening").isEmpty();
    journeys.timePasses(Duration.ofHours(2));
    assertThat(due(referral, CONTACT).toLocalDateTime()).isEqualTo(day.atTime(19, 0));
    var shown = shown(referral, CONTACT);
    assertThat(shown).containsEntry("attempt", 1);
    assertThat(shown.get("wish").toString()).contains("In the evening");
    journeys.completes(referral, CONTACT, reached());
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void somebody_who_declines_is_kept_in_their_own_words() {
    var referral = journeys.receives(someoneCalled("Ladderley-Six"));

    refused(referral, CONTACT, Map.of("channel", "PHONE", "result", "DECLINED"), "in their own words");
    journeys.completes(
        referral, CONTACT, Map.of("channel", "PHONE", "result", "DECLINED", "ownWords", "I like being on my own, thank you"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.DECLINED);
    assertThat(
            database.sql("select own_words from contact_attempt where referral_id = ?").param(referral).query(String.class).single())
        .isEqualTo("I like being on my own, thank you");
    assertThat(
            database
                .sql("select params->>'result' from outbox_message where referral_id = ? and purpose = 'referral-closed'")
                .param(referral)
                .query(String.class)
                .single())
        .as("the referrer hears it kindly, and without the words")
        .isEqualTo("The person decided not to take this up for now. They can be referred again at any time.");
  }

  @Test
  void a_referrer_who_may_not_be_told_hears_nothing_of_a_no() {
    var referral = journeys.receives(someoneCalled("Ladderley-Seven").notToBeTold());

    journeys.completes(referral, CONTACT, Map.of("channel", "PHONE", "result", "DECLINED", "note", "I manage on my own"));

    assertThat(outbox(referral)).doesNotContain("referral-closed");
  }

  // ---- safe times

  @Test
  void somebody_is_called_only_when_it_is_safe_for_them() {
    var referral = journeys.receives(someoneCalled("Ladderley-Eight").safeAt("AFTERNOON"));

    assertThat(due(referral, CONTACT).toLocalTime()).isEqualTo(LocalTime.of(16, 0));
    assertThat(shown(referral, CONTACT).get("safeTimes").toString()).contains("In the afternoon").doesNotContain("morning");
    var inTheMorning = Map.<String, Object>of("channel", "PHONE", "result", "NOT_REACHED", "partOfDay", "MORNING");
    refused(referral, CONTACT, inTheMorning, "outside the times that are safe");
    journeys.completes(referral, CONTACT, with(inTheMorning, "unsafeTimeReason", "Her sister said the husband is away"));

    var planned = journeys.summary(referral).nextDate();
    journeys.timePasses(Duration.between(now(), planned.atTime(11, 0).atZone(EngineClock.LONDON)));
    assertThat(journeys.openSteps(referral)).as("nothing to do before noon").isEmpty();
    journeys.timePasses(Duration.ofHours(2));
    assertThat(due(referral, CONTACT).toLocalDateTime()).isEqualTo(planned.atTime(16, 0));
    assertThat(shown(referral, CONTACT).get("attempts").toString()).contains("Outside the safe times");
    journeys.completes(referral, CONTACT, with(reached(), "partOfDay", "AFTERNOON"));
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void a_message_that_nobody_hears_may_be_written_at_any_time() {
    var referral = journeys.receives(someoneCalled("Ladderley-Nine").safeAt("EVENING"));

    journeys.completes(referral, CONTACT, with(notReached("EMAIL"), "partOfDay", "MORNING"));

    assertThat(journeys.openSteps(referral)).isEmpty();
  }

  // ---- not reached

  @Test
  void somebody_not_reached_three_times_on_two_channels_gets_a_letter_and_a_person_closes() {
    var referral = journeys.receives(someoneCalled("Ladderley-Ten"));
    twiceByPhone(referral);
    refused(referral, CONTACT, notReached("PHONE"), "Try another way");
    journeys.completes(referral, CONTACT, notReached("TEXT"));

    assertThat(journeys.openSteps(referral)).containsExactly(LETTER);
    assertThat(outbox(referral)).containsOnlyOnce("contact-letter");
    var answerBy = workingDays.plus("gloucestershire", today(), 10);
    assertThat(journeys.summary(referral).nextDate()).isEqualTo(answerBy);
    assertThat(due(referral, LETTER).toLocalDate()).isEqualTo(answerBy);

    journeys.timePasses(Duration.between(now(), answerBy.atTime(9, 1).atZone(EngineClock.LONDON)));
    assertThat(journeys.openSteps(referral)).containsExactly(DECIDE);
    assertThat(journeys.summary(referral).closedState()).as("no table gives anybody up").isNull();
    assertThat(journeys.shown("grace", referral, DECIDE).get("attempts").toString())
        .contains("By telephone", "By text message", "Letter after the last attempt");
    journeys.completes("grace", referral, DECIDE, Map.of("decision", "NOT_REACHED", "reason", "Asked the surgery as well"));
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.NOT_REACHED);
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void somebody_who_answers_the_letter_is_talked_to() {
    var referral = withALetter("Ladderley-Eleven");

    refused(referral, LETTER, Map.of("result", "REACHED"), "how they got in touch");
    journeys.completes(referral, LETTER, Map.of("result", "REACHED", "channel", "PHONE", "note", "Was at a sister's"));

    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void somebody_who_answers_the_letter_may_choose_when_to_be_called() {
    var referral = withALetter("Ladderley-Twelve");
    var day = workingDays.plus("gloucestershire", today(), 3);

    journeys.completes(
        referral, LETTER, Map.of("result", "CALL_LATER", "channel", "EMAIL", "callOn", day.toString(), "callPart", "MORNING"));

    journeys.timePasses(Duration.between(now(), day.atTime(9, 30).atZone(EngineClock.LONDON)));
    journeys.completes(referral, CONTACT, reached());
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void somebody_who_answers_the_letter_with_a_no_has_declined() {
    var referral = withALetter("Ladderley-Thirteen");

    journeys.completes(referral, LETTER, Map.of("result", "DECLINED", "channel", "LETTER", "ownWords", "Fine on my own"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.DECLINED);
  }

  @Test
  void when_the_letter_comes_back_the_team_lead_may_decide_to_try_again() {
    var referral = withALetter("Ladderley-Fourteen");
    journeys.completes(referral, LETTER, Map.of("result", "LETTER_RETURNED", "note", "Gone away, says the envelope"));
    assertThat(journeys.openSteps(referral)).containsExactly(DECIDE);

    journeys.completes("grace", referral, DECIDE, Map.of("decision", "TRY_AGAIN", "reason", "The lodger says she is back"));

    journeys.timePasses(Duration.ofDays(14));
    assertThat(shown(referral, CONTACT)).containsEntry("attempt", 4);
    journeys.completes(referral, CONTACT, notReached("PHONE"));
    assertThat(journeys.openSteps(referral)).as("by any way this time, and then another letter").containsExactly(LETTER);
    assertThat(outbox(referral).stream().filter("contact-letter"::equals)).hasSize(2);
  }

  @Test
  void somebody_who_withdraws_while_the_letter_is_out_is_left_in_peace() {
    var referral = withALetter("Ladderley-Fifteen");

    withdrawing.withdraw(referral, "CHANGED_MIND", Actor.PUBLIC);

    assertThat(journeys.isRunning(referral)).isFalse();
  }

  // ---- the letter

  @Test
  void the_letter_is_in_the_persons_language_for_staff_of_the_scheme_only_and_its_opening_is_recorded() throws Exception {
    var request = someoneCalled("Ladderley-Sixteen");
    request.person = speaking(request.person, Language.CY);
    var referral = journeys.receives(request);
    outOfTries(referral);
    var link = shown(referral, LETTER).get("letterLink").toString().replaceAll(".*\\((/letters/[0-9a-f-]+)\\)", "$1");

    web.perform(get(link).with(as("lowri")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Annwyl Zebedee")))
        .andExpect(content().string(containsString("lang=\"cy\"")))
        .andExpect(content().string(not(containsString("Severn Surgery"))))
        .andExpect(content().string(not(containsString("??"))));
    assertThat(journeys.acts(referral)).contains("conversation.letter-written").containsOnlyOnce("conversation.letter-opened");
    web.perform(get(link).with(as("grace"))).andExpect(status().isOk());
    web.perform(get(link).with(as("bronwen"))).andExpect(status().isNotFound());
    web.perform(get("/letters/none").with(as("lowri"))).andExpect(status().isNotFound());
    for (String other : List.of("amir", "ada", "kit", "gemma", "priya")) {
      web.perform(get(link).with(as(other))).andExpect(status().isForbidden());
    }
    web.perform(get(link)).andExpect(status().is3xxRedirection());
    assertThat(
            database
                .sql("select language || ' ' || (params->>'firstName') from outbox_message where referral_id = ? and purpose = 'contact-letter'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("cy Zebedee");
  }

  // ---- wrong details

  @Test
  void a_wrong_number_is_put_right_by_the_referrer() throws Exception {
    var referral = journeys.receives(someoneCalled("Ladderley-Seventeen"));
    journeys.completes(referral, CONTACT, wrongNumber());
    assertThat(journeys.openSteps(referral)).containsExactly(DETAILS);
    assertThat(phone(referral)).as("no stranger is rung twice").isNull();
    assertThat(shown(referral, DETAILS)).containsEntry("wrongDetail", "01632 960222");
    String link = detailsLink(referral);

    web.perform(get(link))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(referral)))
        .andExpect(content().string(not(containsString("Zebedee"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(post(link).param("phone", "12").with(csrf())).andExpect(status().isUnprocessableEntity());
    web.perform(post(link).param("phone", "(01632) 960-222").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("This is the one that was wrong")));
    web.perform(post(link).with(csrf())).andExpect(status().isUnprocessableEntity());
    web.perform(post(link).param("phone", "01632 960 333").with(csrf())).andExpect(redirectedUrl("/contact-details/thanks"));
    web.perform(get("/contact-details/thanks")).andExpect(status().isOk());
    web.perform(get(link)).andExpect(status().isNotFound());
    web.perform(post(link).param("phone", "01632 960 444").with(csrf())).andExpect(status().isNotFound());

    assertThat(phone(referral)).isEqualTo("01632 960 333");
    assertThat(journeys.acts(referral)).contains("conversation.details-wrong", "conversation.details-corrected");
    assertThat(journeys.openSteps(referral)).doesNotContain(DETAILS);
    journeys.timePasses(Duration.ofDays(4));
    assertThat(shown(referral, CONTACT)).containsEntry("attempt", 1).containsEntry("phone", "01632 960 333");
    journeys.completes(referral, CONTACT, reached());
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void a_wrong_number_is_put_right_by_the_link_worker() throws Exception {
    var referral = journeys.receives(someoneCalled("Ladderley-Eighteen"));
    refused(referral, CONTACT, Map.of("channel", "IN_PERSON", "result", "WRONG_NUMBER"), "number or address was wrong");
    journeys.completes(referral, CONTACT, wrongNumber());
    String link = detailsLink(referral);

    refused(referral, DETAILS, Map.of("found", "FOUND"), "a telephone number or an email address");
    refused(referral, DETAILS, Map.of("found", "FOUND", "phone", "01632 960222"), "the one that was wrong");
    refused(referral, DETAILS, Map.of("found", "FOUND", "email", "ladderley"), "correct format");
    journeys.completes(referral, DETAILS, Map.of("found", "FOUND", "phone", "01632 960 334", "note", "From the lodger"));

    assertThat(phone(referral)).isEqualTo("01632 960 334");
    web.perform(get(link)).andExpect(status().isNotFound());
    journeys.timePasses(Duration.ofDays(4));
    journeys.completes(referral, CONTACT, reached());
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void when_nobody_knows_better_details_a_letter_is_written() {
    var referral = journeys.receives(someoneCalled("Ladderley-Nineteen").reachedBy("01632 960222", null));
    journeys.completes(referral, CONTACT, wrongNumber());

    journeys.completes(referral, DETAILS, Map.of("found", "NOT_FOUND", "note", "Asked the surgery too"));

    assertThat(journeys.openSteps(referral)).containsExactly(LETTER);
    assertThat(outbox(referral)).as("there is no address to send it to").doesNotContain("contact-letter");
    assertThat(shown(referral, LETTER).get("letterLink").toString()).contains("/letters/");
  }

  @Test
  void when_nobody_looks_for_better_details_in_time_a_letter_is_written_too() throws Exception {
    var referral = journeys.receives(someoneCalled("Ladderley-Twenty"));
    journeys.completes(referral, CONTACT, wrongNumber());
    String link = detailsLink(referral);

    journeys.timePasses(Duration.ofDays(9));

    assertThat(journeys.openSteps(referral)).containsExactly(LETTER);
    web.perform(post(link).param("phone", "01632 960 335").with(csrf())).andExpect(status().isNotFound());
  }

  @Test
  void a_referrer_without_an_address_is_asked_by_the_link_worker() {
    var request = someoneCalled("Ladderley-TwentyOne");
    request.byFamily("PARTNER");
    var referral = journeys.receives(request);

    journeys.completes(referral, CONTACT, wrongNumber());

    assertThat(outbox(referral)).doesNotContain("contact-details-asked");
    assertThat(shown(referral, DETAILS).get("referrerAsked").toString()).contains("please ask them yourself");
  }

  // ---- nobody does anything

  @Test
  void an_attempt_that_nobody_makes_is_raised_to_the_team_lead_once() {
    var referral = journeys.receives(someoneCalled("Ladderley-TwentyTwo"));
    overdue.begin();
    assertThat(journeys.acts(referral)).doesNotContain("conversation.contact-overdue");

    journeys.timePasses(Duration.ofDays(15));
    overdue.begin();
    overdue.begin();

    assertThat(journeys.task(referral, CONTACT).getPriority()).isEqualTo(OverdueContacts.RAISED);
    assertThat(
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(referral)
                .taskCandidateGroup(Staff.TEAM_LEADS)
                .includeAssignedTasks()
                .count())
        .as("it stands in the team lead's lists, and is still the link worker's")
        .isEqualTo(1);
    assertThat(journeys.acts(referral)).containsOnlyOnce("conversation.contact-overdue");
    journeys.completes(referral, CONTACT, reached());
  }

  // ---- telling

  private String withALetter(String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    outOfTries(referral);
    assertThat(journeys.openSteps(referral)).containsExactly(LETTER);
    return referral;
  }

  private void outOfTries(String referral) {
    twiceByPhone(referral);
    journeys.completes(referral, CONTACT, notReached("EMAIL"));
  }

  private void twiceByPhone(String referral) {
    for (int attempt = 1; attempt <= 2; attempt++) {
      journeys.completes(referral, CONTACT, notReached("PHONE"));
      journeys.timePasses(Duration.ofDays(14));
    }
  }

  private static Map<String, Object> wrongNumber() {
    return Map.of("channel", "PHONE", "result", "WRONG_NUMBER", "note", "Somebody else answered");
  }

  private void refused(String referral, String step, Map<String, Object> answers, String why) {
    assertThatThrownBy(() -> journeys.completes(referral, step, answers)).hasMessageContaining(why);
  }

  private Map<String, Object> shown(String referral, String step) {
    return journeys.shown(journeys.summary(referral).linkWorker(), referral, step);
  }

  private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var more = new HashMap<>(answers);
    more.put(key, value);
    return more;
  }

  private List<String> outbox(String referral) {
    return database
        .sql("select purpose from outbox_message where referral_id = ? order by created_at")
        .param(referral)
        .query(String.class)
        .list();
  }

  private String detailsLink(String referral) {
    return database
        .sql("select params->>'detailsLink' from outbox_message where referral_id = ? and purpose = 'contact-details-asked'")
        .param(referral)
        .query(String.class)
        .single()
        .replaceFirst("^https?://[^/]+", "");
  }

  private String phone(String referral) {
    return database
        .sql("select p.phone from person p join referral r on r.person_id = p.person_id where r.referral_id = ?")
        .param(referral)
        .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  private ZonedDateTime due(String referral, String step) {
    return journeys.task(referral, step).getDueDate().toInstant().atZone(EngineClock.LONDON);
  }

  private static Person speaking(Person p, Language language) {
    return new Person(
        p.givenName(), p.familyName(), p.dateOfBirth(), p.nhsNumber(), p.postcode(), p.phone(), p.email(), language,
        p.interpreter(), p.communicationNeeds(), p.safeTimeToCall());
  }

  private static LocalDate sunday() {
    return today().with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
  }

  private static ZonedDateTime now() {
    return EngineClock.now().atZone(EngineClock.LONDON);
  }

  private static LocalDate today() {
    return now().toLocalDate();
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
