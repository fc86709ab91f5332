package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From when on going there is a habit. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegularAttendanceTest {

  private static final Table TABLE = Table.of("regular-attendance");

  @Test
  void four_of_six_weekly_meetings_are_a_habit() {
    var said = TABLE.ask(Map.of("format", "GROUP"));
    assertThat(said.ruleId()).isEqualTo("rule_group");
    assertThat(said.outputs()).isEqualTo(Map.of("times", 4, "weeks", 6));
  }

  @Test
  void three_visits_in_six_weeks_are_a_habit() {
    var said = TABLE.ask(Map.of("format", "ONE_TO_ONE"));
    assertThat(said.ruleId()).isEqualTo("rule_oneToOne");
    assertThat(said.outputs()).isEqualTo(Map.of("times", 3, "weeks", 6));
  }

  @Test
  void the_table_has_no_other_row() {
    assertThat(TABLE.ruleIds()).isEqualTo(Set.of("rule_group", "rule_oneToOne"));
  }
}
