package org.fingerpost.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.DecisionsSimulator;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringIntroductionTest {

  private static final Instant DUE = Instant.parse("2026-07-20T08:00:00Z");

  private final Introduction introduction = IntroductionTest.chosen();
  private final OneRow rows = new OneRow();
  private final LinkUses uses = new LinkUses(rows);
  private String token = introduction.offer(DUE);
  private final List<String> heardByTheJourney = new ArrayList<>();
  private final List<String> onRecord = new ArrayList<>();
  private final Acting acting = new Acting();

  @Test
  void a_yes_by_link_reaches_the_journey_and_the_record_in_the_name_of_the_organisation() {
    assertThat(answering(DUE).answer(token, Answer.ACCEPTED, "Come on Thursday")).isTrue();

    assertThat(heardByTheJourney).containsExactly("process-instance-1 ACCEPTED");
    assertThat(onRecord).containsExactly("introduction.answered by PROVIDER invented-ramblers");
  }

  @Test
  void a_double_click_is_taken_once_and_thanked_twice() {
    answering(DUE).answer(token, Answer.ACCEPTED, null);
    assertThat(answering(DUE.plusSeconds(2)).answer(token, Answer.ACCEPTED, null)).isTrue();

    assertThat(heardByTheJourney).hasSize(1);
    assertThat(onRecord).hasSize(1);
  }

  @Test
  void a_used_link_answers_nothing() {
    answering(DUE).answer(token, Answer.ACCEPTED, null);

    nothingComesOf(token, DUE.plus(Duration.ofHours(1)));
  }

  @Test
  void an_unknown_link_answers_nothing() {
    nothingComesOf(Tokens.random(), DUE);
  }

  @Test
  void a_link_that_is_too_old_answers_nothing() {
    nothingComesOf(token, DUE.plus(Duration.ofDays(15)));
  }

  @Test
  void a_link_of_a_withdrawn_referral_answers_nothing() {
    introduction.stop();

    nothingComesOf(token, DUE);
  }

  @Test
  void opening_the_link_changes_nothing_however_often_it_is_opened() {
    assertThat(answering(DUE).look(token)).isPresent();
    assertThat(answering(DUE).look(token)).get().returns("Invented Ramblers", OfferSeen::organisationName);

    assertThat(introduction.open()).isTrue();
    assertThat(onRecord).isEmpty();
  }

  private void nothingComesOf(String token, Instant now) {
    heardByTheJourney.clear();
    onRecord.clear();
    assertThat(answering(now).look(token)).isEmpty();
    assertThat(answering(now).answer(token, Answer.DECLINED, null)).isFalse();
    assertThat(heardByTheJourney).isEmpty();
    assertThat(onRecord).isEmpty();
  }

  private AnsweringIntroduction answering(Instant now) {
    var directory = mock(Directory.class);
    when(directory.activity(any(), any())).thenReturn(Optional.of(walkingGroup()));
    var table = new DecisionsSimulator().answering(facts -> Map.of("placeWorkingDays", 20));
    var clock = Clock.fixed(now, ZoneId.of("Europe/London"));
    var referrals = mock(Referrals.class);
    when(referrals.get(any())).thenReturn(mock(ReferralSummary.class));
    return new AnsweringIntroduction(
        rows,
        new Heard(),
        new IntroductionPlan(table, new WorkingDays(Schemes.shipped()), clock),
        uses,
        directory,
        referrals,
        Schemes.shipped(),
        acting,
        event -> onRecord.add(event.act() + " by " + acting.get().kind() + " " + acting.get().id()),
        clock);
  }

  @Test
  void a_place_on_the_waiting_list_comes_with_a_day_to_look_again_named_or_planned() {
    answering(DUE).answer(token, new ProviderAnswer(Answer.WAITING_LIST, null, null, LocalDate.of(2026, 9, 1), null));
    assertThat(introduction.lookAgainOn()).isEqualTo("2026-09-01");
    assertThat(heardByTheJourney).containsExactly("waits until 2026-09-01T08:00:00Z", "process-instance-1 WAITING_LIST");
  }

  @Test
  void a_no_comes_with_its_reason() {
    answering(DUE).answer(token, new ProviderAnswer(Answer.DECLINED, null, null, null, DeclineReason.NO_PLACES));
    assertThat(introduction.declineReason()).isEqualTo(DeclineReason.NO_PLACES);
  }

  @Test
  void whoever_keeps_a_waiting_list_can_offer_the_place_once_asked_and_not_before() {
    answering(DUE).answer(token, Answer.WAITING_LIST, null);
    heardByTheJourney.clear();
    assertThat(answering(DUE.plus(Duration.ofDays(1))).look(token)).isEmpty();

    token = introduction.askForPlace(DUE.plus(Duration.ofDays(30)));
    assertThat(answering(DUE.plus(Duration.ofDays(29))).answer(token, Answer.ACCEPTED, null)).isTrue();
    assertThat(introduction.accepted()).isTrue();
    assertThat(heardByTheJourney).containsExactly("waiting-1 place ACCEPTED null");
  }

  @Test
  void the_link_sent_before_the_latest_one_still_works_and_an_earlier_one_does_not() {
    String first = token;
    String second = introduction.freshLink();
    assertThat(introduction).extracting("earlierTokenHash").isEqualTo(Tokens.hash(first));
    introduction.freshLink();
    assertThat(introduction).extracting("earlierTokenHash").isEqualTo(Tokens.hash(second));
  }

  @Test
  void a_link_that_was_used_too_often_answers_nothing() {
    for (int use = 1; use <= Introduction.MOST_LINK_USES + 1; use++) {
      answering(DUE).look(token);
    }
    nothingComesOf(token, DUE);
  }

  private static ActivityOffer walkingGroup() {
    return new ActivityOffer(
        "walking-group",
        "gloucestershire",
        "invented-ramblers",
        "Invented Ramblers",
        "ramblers@example.org",
        "01632 960123",
        new LocalisedText("Walking group", "Grŵp cerdded"),
        List.of("LONELINESS"),
        List.of("FOREST_OF_DEAN"),
        null,
        null,
        ActivityFormat.GROUP,
        List.of(),
        null);
  }

  /** The table with one introduction in it. */
  private class OneRow extends IntroductionRows {

    OneRow() {
      super(null);
    }

    @Override
    Optional<Introduction> byToken(String asked) {
      return asked.equals(token) ? Optional.of(introduction) : Optional.empty();
    }

    @Override
    void opened(UUID introductionId) {
      introduction.linkUsed();
    }

    @Override
    Optional<Introduction> byTokenAlone(String asked) {
      return byToken(asked);
    }
  }

  /** The workflow engine, listening. */
  private class Heard implements IntroductionProcess {

    @Override
    public void answered(String instance, Answer answer) {
      heardByTheJourney.add(instance + " " + answer);
    }

    @Override
    public String introduceFurther(Beside beside) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String chooseFurther(String referralId, String schemeId, String linkWorker) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String waitForPlace(Beside beside, Instant lookAgainAt) {
      heardByTheJourney.add("waits until " + lookAgainAt);
      return "waiting-1";
    }

    @Override
    public void placeTold(String instance, Answer answer, Instant lookAgainAt) {
      heardByTheJourney.add(instance + " place " + answer + " " + lookAgainAt);
    }

    @Override
    public String ask(Beside beside, Instant dueAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keepWaiting(String instance, Instant until) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String pause(Beside beside) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void resumed(String pauseInstance) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void markEnded(String pauseInstance) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void end(String instance) {
      heardByTheJourney.add(instance + " ended");
    }

    @Override
    public void endBesides(String referralId) {}
  }

  private static class Acting implements CurrentActor {

    private Actor actor = Actor.SYSTEM;

    @Override
    public Actor get() {
      return actor;
    }

    @Override
    public <T> T as(Actor other, Supplier<T> work) {
      var before = actor;
      actor = other;
      try {
        return work.get();
      } finally {
        actor = before;
      }
    }
  }
}
