package org.fingerpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.conversation.HomeVisit.Answer;
import org.fingerpost.conversation.HomeVisit.Question;
import org.fingerpost.conversation.PersonalPlan.Action;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.conversation.PersonalPlan.Who;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Meetings are kept whole, one after another, and what does not fit together is refused. */
@FingerpostTest
@Transactional
class ConversationsTest {

  private static final String SCHEME = "gloucestershire";

  @Autowired Conversations conversations;
  @Autowired MeetingSheets sheets;
  @Autowired Referrals referrals;
  @Autowired Journeys journeys;
  @Autowired Clock clock;

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private PersonalPlan plan() {
    return new PersonalPlan(
        null,
        "Her sister",
        "Company",
        "Knows birds",
        List.of(
            new Goal(
                "Walk every week",
                9,
                5,
                List.of(
                    new Action("Ring the leader", Who.LINK_WORKER, today().plusDays(3)),
                    new Action("Go once", Who.PERSON, null))),
            new Goal("Sleep better", null, null, List.of())),
        AgreedWith.PERSON,
        today().plusDays(60));
  }

  private static PersonalPlan nothingYet() {
    return new PersonalPlan(null, null, null, "Knows birds", List.of(), null, null);
  }

  private static Meeting agreed(PersonalPlan plan) {
    return new Meeting(0, null, plan, MeetingPlace.COMMUNITY, null, null, null);
  }

  private Meeting again(PersonalPlan plan) {
    return new Meeting(0, null, plan, MeetingPlace.PHONE, null, today().plusDays(7), MeetingPlace.SURGERY);
  }

  private String referred(String name) {
    return journeys.receives(Journeys.someoneCalled("Quillfeather-" + name));
  }

  @Test
  void a_plan_comes_back_as_it_was_agreed() {
    var referral = referred("Agreed");

    assertThat(conversations.hold(referral, SCHEME, agreed(plan()), Map.of(), "lowri")).isEmpty();

    var latest = conversations.latestMeeting(referral).orElseThrow();
    assertThat(latest.plan()).usingRecursiveComparison().isEqualTo(plan());
    assertThat(latest.number()).isEqualTo(1);
    assertThat(latest.place()).isEqualTo(MeetingPlace.COMMUNITY);
    assertThat(conversations.of(referral)).containsExactly("Walk every week", "Sleep better");
    assertThat(referrals.get(referral).stage()).isEqualTo(Stage.CONVERSATION);
  }

  @Test
  void nobody_was_met_so_there_is_no_plan() {
    var referral = referred("Unmet");

    assertThat(conversations.latest(referral)).isEmpty();
    assertThat(conversations.of(referral)).isEmpty();
    assertThat(sheets.of(referral, Language.EN).note()).isEqualTo("This is your first meeting.");
  }

  @Test
  void each_meeting_is_a_version_and_the_latest_is_the_plan() {
    var referral = referred("Versions");

    assertThat(conversations.hold(referral, SCHEME, again(nothingYet()), Map.of(), "lowri")).isPresent();
    assertThat(referrals.get(referral).nextDate()).isEqualTo(today().plusDays(7));
    conversations.hold(referral, SCHEME, agreed(plan()), Map.of(), "lowri");

    assertThat(conversations.all(referral)).extracting(Meeting::number).containsExactly(1, 2);
    assertThat(conversations.all(referral).get(0).plan().goals()).isEmpty();
    assertThat(conversations.latest(referral).orElseThrow().goals()).hasSize(2);
    assertThat(referrals.get(referral).nextDate()).isNull();
  }

  @Test
  void the_fourth_meeting_brings_a_word_of_warning_and_nothing_worse() {
    var referral = referred("Many");
    for (int meeting = 1; meeting <= 3; meeting++) {
      assertThat(sheets.of(referral, Language.EN).notices()).isEmpty();
      conversations.hold(referral, SCHEME, again(nothingYet()), Map.of(), "lowri");
    }

    var sheet = sheets.of(referral, Language.EN);
    assertThat(sheet.number()).isEqualTo(4);
    assertThat(sheet.notices()).contains("This is meeting 4.");
    assertThat(sheets.of(referral, Language.CY).notices()).contains("Dyma gyfarfod 4.");
    conversations.hold(referral, SCHEME, agreed(plan()), Map.of(), "lowri");
  }

  @Test
  void a_baseline_is_taken_once() {
    var referral = referred("Baseline");
    conversations.hold(referral, SCHEME, again(nothingYet()), Map.of("worthwhile", "4"), "lowri");

    assertThat(conversations.stillToAsk(referral).questions()).isZero();
    refused("outcome.measure.not-asked", referral, agreed(plan()), Map.of("worthwhile", "9"));
    conversations.hold(referral, SCHEME, agreed(plan()), Map.of(), "lowri");
  }

  @Test
  void what_was_not_asked_at_first_can_be_asked_later() {
    var referral = referred("Later");
    conversations.hold(referral, SCHEME, again(nothingYet()), Map.of(), "lowri");

    assertThat(conversations.stillToAsk(referral).questions()).isEqualTo(4);
    conversations.hold(referral, SCHEME, agreed(plan()), Map.of("worthwhile", "4"), "lowri");
  }

  @Test
  void a_plan_needs_what_matters_and_a_goal_unless_they_meet_again() {
    var referral = referred("Empty");

    refused("conversation.form.whatMatters.required", referral, agreed(nothingYet()), Map.of());
    conversations.hold(referral, SCHEME, again(nothingYet()), Map.of(), "lowri");
  }

  @Test
  void the_next_meeting_is_neither_past_nor_years_away() {
    var referral = referred("Dates");
    for (var day : List.of(today().minusDays(1), today().plusDays(400))) {
      refused(
          "conversation.form.nextMeetingOn.ahead",
          referral,
          new Meeting(0, null, nothingYet(), null, null, day, null),
          Map.of());
    }
  }

  @Test
  void whoever_meets_at_home_answers_all_six_questions() {
    var referral = referred("Home");
    var some = new HomeVisit(Map.of(Question.PETS, Answer.YES), null);
    refused("conversation.form.homeVisit.required", referral, atHome(null), Map.of());
    refused("conversation.form.homeVisit.required", referral, atHome(some), Map.of());
    refused("conversation.form.homeNote.required", referral, atHome(allSix(Answer.YES, null)), Map.of());
    refused(
        "conversation.form.homeVisit.notAtHome",
        referral,
        new Meeting(0, null, plan(), MeetingPlace.VIDEO, some, null, null),
        Map.of());

    conversations.hold(referral, SCHEME, atHome(allSix(Answer.NOT_KNOWN, "Two visitors, please")), Map.of(), "lowri");

    assertThat(sheets.of(referral, Language.EN).notices())
        .contains("weapons or violence (Not known)")
        .contains("Two visitors, please");
  }

  private Meeting atHome(HomeVisit visit) {
    return new Meeting(0, null, nothingYet(), MeetingPlace.PHONE, visit, today().plusDays(3), MeetingPlace.HOME);
  }

  private static HomeVisit allSix(Answer weapons, String note) {
    var answers = new EnumMap<Question, Answer>(Question.class);
    for (var question : Question.values()) {
      answers.put(question, Answer.NO);
    }
    answers.put(Question.WEAPONS_OR_VIOLENCE, weapons);
    return new HomeVisit(answers, note);
  }

  private void refused(String key, String referral, Meeting meeting, Map<String, String> baseline) {
    assertThatThrownBy(() -> conversations.hold(referral, SCHEME, meeting, baseline, "lowri"))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problems()).extracting(InvalidInput.Problem::messageKey).contains(key));
  }
}
