package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many kite marks have been drawn for a visit by each quarter. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkVisitsTest {

  private static final Table TABLE = Table.of("kitemark-visits");

  @Test
  void five_in_a_hundred_are_drawn_in_a_year_a_quarter_of_them_in_each_quarter() {
    var rules = List.of("rule_firstQuarter", "rule_secondQuarter", "rule_thirdQuarter", "rule_fourthQuarter");
    var shares = List.of(13, 25, 38, 50);
    for (int quarter = 1; quarter <= 4; quarter++) {
      var answer = TABLE.ask(Map.of("quarter", quarter));
      assertThat(answer.ruleId()).isEqualTo(rules.get(quarter - 1));
      assertThat(answer.outputs()).isEqualTo(Map.of("share", shares.get(quarter - 1), "workingDays", 40));
    }
    assertThat(TABLE.ruleIds()).containsExactlyElementsOf(rules);
  }
}
