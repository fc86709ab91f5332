package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.models.ModelFiles;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a task is due and how it stands among others. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskPlanTest {

  private static final Table TABLE = Table.of("task-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        of("somebody may be in danger", "decide-concern", false, "rule_concern", 1, 100),
        of("a route to confirm for somebody urgent", "confirm-route", true, "rule_urgentStart", 1, 90),
        of("a route to confirm", "confirm-route", false, "rule_notYetTakenOn", 2, 75),
        of("a transfer to arrange", "arrange-transfer", true, "rule_notYetTakenOn", 2, 75),
        of("a parent to ask", "record-young-person-consent", false, "rule_notYetTakenOn", 2, 75),
        of("a link worker to find for somebody urgent", "find-link-worker", true, "rule_urgentStart", 1, 90),
        of("a link worker to find", "find-link-worker", false, "rule_teamLeadDecides", 3, 60),
        of("a first word with somebody urgent", "record-first-contact", true, "rule_firstContactUrgent", 2, 80),
        of("a first word", "record-first-contact", false, "rule_firstContactRoutine", 5, 60),
        of("a wrong number", "find-right-contact-details", false, "rule_contactDetails", 2, 60),
        of("nobody answers", "decide-after-no-contact", false, "rule_teamLeadDecides", 3, 60),
        of("a conversation with somebody urgent", "hold-conversation", true, "rule_conversationUrgent", 5, 70),
        of("a conversation", "hold-conversation", false, "rule_conversationRoutine", 10, 50),
        of("an activity for somebody urgent", "choose-activity", true, "rule_activityUrgent", 3, 70),
        of("an activity", "choose-activity", false, "rule_activityRoutine", 5, 50),
        of("an answer to wait for", "await-answer", true, "rule_waiting", 10, 30),
        of("an organisation to ask again", "chase-provider", false, "rule_organisationWaits", 1, 75),
        of("a place to wait for", "look-for-place", false, "rule_anythingElse", 5, 50),
        of("an organisation asks and hears nothing", "answer-overdue-question", true, "rule_organisationWaits", 1, 75),
        of("a check-in", "record-check-in", false, "rule_checkIn", 3, 50),
        of("support beyond its end", "decide-extension", false, "rule_teamLeadDecides", 3, 60),
        of("missed appointments", "decide-after-missed", true, "rule_teamLeadDecides", 3, 60),
        of("missed appointments again", "supervise-after-missed", false, "rule_teamLeadDecides", 3, 60),
        of("a colleague who raised it", "tell-worker", false, "rule_concernDecided", 2, 75),
        of("information was not enough", "decide-link-worker", false, "rule_teamLeadDecides", 3, 60),
        of("a review months later", "hold-later-review", false, "rule_anythingElse", 5, 50),
        of("a new referral to offer", "offer-new-referral", false, "rule_anythingElse", 5, 50),
        of("an outcome to write down", "record-outcome", false, "rule_anythingElse", 5, 50),
        of("a step nobody has thought of", "feed-the-office-cat", true, "rule_anythingElse", 5, 50));
  }

  private static Arguments of(String what, String step, boolean urgent, String rule, int workingDays, int priority) {
    return Arguments.of(what, step, urgent, rule, workingDays, priority);
  }

  private static String code(String formId) {
    return formId.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest(name = "{0} → {3}")
  @MethodSource("cases")
  void a_task_has_a_day_and_a_rank(
      String what, String step, boolean urgent, String rule, int workingDays, int priority) {
    var answer = TABLE.ask(Map.of("step", code(step), "urgent", urgent));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays, "priority", priority));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[3]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/task-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void every_step_urgent_or_not_has_one_answer_and_the_urgent_are_never_later_or_lower() {
    var steps = ModelFiles.forms().stream().map(ModelFiles::stem).collect(Collectors.toCollection(TreeSet::new));
    cases().forEach(arguments -> steps.add((String) arguments.get()[1]));
    for (String step : steps) {
      var routine = TABLE.ask(Map.of("step", code(step), "urgent", false)).outputs();
      var urgent = TABLE.ask(Map.of("step", code(step), "urgent", true)).outputs();
      for (var answer : java.util.List.of(routine, urgent)) {
        assertThat((Integer) answer.get("workingDays")).as(step).isBetween(1, 20);
        assertThat((Integer) answer.get("priority")).as(step).isBetween(0, 100);
      }
      assertThat((Integer) urgent.get("workingDays")).as(step).isLessThanOrEqualTo((Integer) routine.get("workingDays"));
      assertThat((Integer) urgent.get("priority")).as(step).isGreaterThanOrEqualTo((Integer) routine.get("priority"));
    }
  }
}
