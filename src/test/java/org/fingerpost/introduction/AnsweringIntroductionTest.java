package org.fingerpost.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringIntroductionTest {

  private static final Instant DUE = Instant.parse("2026-07-20T08:00:00Z");

  private final Introduction introduction = IntroductionTest.chosen();
  private final String token = introduction.offer(DUE);
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
    return new AnsweringIntroduction(
        new OneRow(),
        (instance, answer) -> heardByTheJourney.add(instance + " " + answer),
        directory,
        Schemes.shipped(),
        acting,
        event -> onRecord.add(event.act() + " by " + acting.get().kind() + " " + acting.get().id()),
        Clock.fixed(now, ZoneId.of("Europe/London")));
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
    Optional<Introduction> byTokenAlone(String asked) {
      return byToken(asked);
    }
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
