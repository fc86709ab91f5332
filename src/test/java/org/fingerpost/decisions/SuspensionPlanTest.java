package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.kitemark.SuspensionReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a suspension needs a second person, and how long it may take: every reason, raised by a date and by a person. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspensionPlanTest {

  private static final Table TABLE = Table.of("suspension-plan");

  static Stream<Arguments> cases() {
    return Stream.of(SuspensionReason.values())
        .flatMap(
            reason ->
                Stream.of(
                    Arguments.of(
                        "DATE", reason.name(), reason == SuspensionReason.EXPIRED ? "rule_ranOut" : "rule_lapsed"),
                    Arguments.of(
                        "PERSON",
                        reason.name(),
                        reason == SuspensionReason.SAFEGUARDING ? "rule_safety" : "rule_raisedByPerson")));
  }

  @ParameterizedTest(name = "{1} raised by {0} → {2}")
  @MethodSource("cases")
  void every_combination_has_one_answer(String raisedBy, String reason, String rule) {
    var answer = TABLE.ask(Map.of("raisedBy", raisedBy, "reasonCode", reason));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs())
        .as("what a person raises needs a second one, what a date raises needs nobody")
        .containsEntry("toConfirm", raisedBy.equals("PERSON"));
    assertThat((Integer) answer.outputs().get("settleWorkingDays")).isBetween(1, 60);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(c -> (String) c.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
