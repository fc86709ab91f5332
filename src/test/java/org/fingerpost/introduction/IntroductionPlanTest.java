package org.fingerpost.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.platform.DecisionsSimulator;
import org.fingerpost.platform.DecisionsSimulator.Question;
import org.fingerpost.scheme.ActivityFormat;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionPlanTest {

  @Test
  void an_organisation_has_as_many_working_days_to_answer_as_the_table_gives_its_kind_of_activity() {
    var table = new DecisionsSimulator().answering(facts -> Map.of("nudgeWorkingDays", 5, "answerWorkingDays", 10));
    var beforeEaster = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneId.of("Europe/London"));
    var planned = new IntroductionPlan(table, new WorkingDays(Schemes.shipped()), beforeEaster).from(befriending());

    // Good Friday and Easter Monday do not count.
    assertThat(planned.day()).isEqualTo("2026-04-17");
    assertThat(planned.at()).isEqualTo(Instant.parse("2026-04-17T08:00:00Z"));
    assertThat(table.asked())
        .containsExactly(
            new Question("introduction-plan", "wales", Map.of("kind", "COMMUNITY", "format", "ONE_TO_ONE")));
    assertThat(planned.nudgeAt()).isEqualTo(Instant.parse("2026-04-10T08:00:00Z"));
  }

  private static ActivityOffer befriending() {
    return new ActivityOffer(
        "befriending",
        "wales",
        "invented-friends",
        "Invented Friends",
        "friends@example.org",
        null,
        new LocalisedText("Befriending", "Cyfeillio"),
        List.of("LONELINESS"),
        List.of(),
        null,
        null,
        ActivityFormat.ONE_TO_ONE,
        List.of(),
        null);
  }
}
