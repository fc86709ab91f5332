package org.fingerpost.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.fingerpost.introduction.Introduction.Status;
import org.fingerpost.introduction.Introduction.Via;
import org.fingerpost.platform.Tokens;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant OFFERED = Instant.parse("2026-07-06T10:00:00Z");
  private static final Instant DUE = Instant.parse("2026-07-20T08:00:00Z");

  @Test
  void only_the_hash_of_the_reply_links_secret_is_kept() {
    var introduction = chosen();
    String token = introduction.offer(DUE);

    assertThat(introduction).extracting("replyTokenHash").isEqualTo(Tokens.hash(token)).isNotEqualTo(token);
    assertThat(introduction.answerDueAt()).isEqualTo(DUE);
  }

  @Test
  void an_offer_can_be_answered_until_two_weeks_after_its_deadline() {
    var introduction = offered();

    assertThat(introduction.answerable(OFFERED)).isTrue();
    assertThat(introduction.answerable(DUE.plus(Duration.ofDays(14)))).isTrue();
    assertThat(introduction.answerable(DUE.plus(Duration.ofDays(14)).plusSeconds(1))).isFalse();
  }

  @Test
  void more_time_to_answer_gives_the_link_more_time_too() {
    var introduction = offered();
    introduction.waitUntil(DUE.plus(Duration.ofDays(14)));

    assertThat(introduction.answerable(DUE.plus(Duration.ofDays(28)))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void an_answer_is_given_once(Answer answer) {
    var introduction = offered();
    introduction.answer(answer, Via.LINK, null, DUE);

    assertThat(introduction.status().name()).isEqualTo(answer.name());
    assertThat(introduction.answerable(DUE)).isFalse();
    assertThatThrownBy(() -> introduction.answer(answer, Via.LINK_WORKER, null, DUE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_same_answer_by_link_a_moment_later_is_a_second_click() {
    var introduction = offered();
    introduction.answer(Answer.ACCEPTED, Via.LINK, null, DUE);

    assertThat(introduction.justAnswered(Answer.ACCEPTED, DUE.plusSeconds(1))).isTrue();
    assertThat(introduction.justAnswered(Answer.DECLINED, DUE.plusSeconds(1))).isFalse();
    assertThat(introduction.justAnswered(Answer.ACCEPTED, DUE.plusSeconds(121))).isFalse();
  }

  @Test
  void an_answer_told_to_the_link_worker_is_no_click_at_all() {
    var introduction = offered();
    introduction.answer(Answer.ACCEPTED, Via.LINK_WORKER, null, DUE);

    assertThat(introduction.justAnswered(Answer.ACCEPTED, DUE)).isFalse();
    assertThat(offered().justAnswered(Answer.ACCEPTED, DUE)).isFalse();
  }

  @Test
  void an_offer_that_was_given_up_cannot_be_answered_any_more() {
    var introduction = offered();
    introduction.giveUp();

    assertThat(introduction.status()).isEqualTo(Status.NO_ANSWER);
    assertThat(introduction.answerable(DUE)).isFalse();
    assertThat(introduction.live()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = Answer.class, names = {"ACCEPTED", "WAITING_LIST"})
  void a_withdrawal_stops_even_what_an_organisation_said_yes_to(Answer yes) {
    var introduction = offered();
    introduction.answer(yes, Via.LINK, null, DUE);
    introduction.stop();

    assertThat(introduction.status()).isEqualTo(Status.STOPPED);
    assertThat(introduction.live()).isFalse();
  }

  @Test
  void a_no_needs_no_stopping() {
    var introduction = offered();
    introduction.answer(Answer.DECLINED, Via.LINK, null, DUE);

    assertThat(introduction.live()).isFalse();
    assertThatThrownBy(introduction::stop).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void only_a_yes_introduces_and_a_waiting_list_is_not_yet_one(Answer answer) {
    var introduction = offered();
    introduction.answer(answer, Via.LINK, null, DUE);

    assertThat(introduction.accepted()).isEqualTo(answer == Answer.ACCEPTED);
  }

  @Test
  void an_offer_can_be_answered_by_twenty_uses_of_its_link() {
    var introduction = offered();
    for (int use = 1; use < Introduction.MOST_LINK_USES; use++) {
      introduction.linkUsed();
    }
    assertThat(introduction.answerable(DUE)).isTrue();
    introduction.linkUsed();
    assertThat(introduction.answerable(DUE)).isFalse();
  }

  @Test
  void who_came_can_be_told_by_link_for_two_weeks_after_a_yes_its_first_day_or_being_asked() {
    var introduction = offered();
    assertThat(introduction.attendable(OFFERED, LONDON)).as("before a yes").isFalse();
    introduction.answer(Answer.ACCEPTED, Via.LINK, null, OFFERED);
    assertThat(introduction.attendable(DUE.plus(Duration.ofDays(14)), LONDON)).isTrue();
    assertThat(introduction.attendable(DUE.plus(Duration.ofDays(15)), LONDON)).isFalse();
    introduction.details(java.time.LocalDate.of(2026, 8, 1), null, null);
    assertThat(introduction.attendable(DUE.plus(Duration.ofDays(20)), LONDON)).isTrue();
    introduction.askAttendance(DUE.plus(Duration.ofDays(60)));
    assertThat(introduction.attendable(DUE.plus(Duration.ofDays(70)), LONDON)).isTrue();
  }

  @Test
  void a_habit_begins_once() {
    var introduction = offered();
    assertThat(introduction.regularSince(java.time.LocalDate.of(2026, 8, 1))).isTrue();
    assertThat(introduction.regularSince(java.time.LocalDate.of(2026, 8, 8))).isFalse();
    assertThat(introduction.regularSince()).isEqualTo("2026-08-01");
  }

  static Introduction chosen() {
    return new Introduction(
        "FP-0000-0000", "gloucestershire", "walking-group", false, null, "process-instance-1", OFFERED);
  }

  private static Introduction offered() {
    var introduction = chosen();
    introduction.offer(DUE);
    return introduction;
  }
}
