package org.fingerpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.conversation.PersonalPlan.Action;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.conversation.PersonalPlan.Who;
import org.fingerpost.conversation.PlanCompleteness.Criterion;
import org.fingerpost.conversation.PlanCompleteness.Missing;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The five criteria of a personalised care and support plan. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanCompletenessTest {

  private static final LocalDate SOON = LocalDate.of(2026, 12, 1);
  private static final Action STEP = new Action("Meet the walk leader", Who.PERSON, SOON);
  private static final Goal GOAL = new Goal("Walk every week", 9, 5, List.of(STEP));

  private static PersonalPlan plan(
      String people, String matters, String strengths, List<Goal> goals, AgreedWith agreed, LocalDate review) {
    return new PersonalPlan(null, people, matters, strengths, goals, agreed, review);
  }

  private static PersonalPlan whole(List<Goal> goals) {
    return plan("My sister", "Company", "Knows birds", goals, AgreedWith.PERSON, SOON);
  }

  @Test
  void a_plan_with_everything_meets_all_five() {
    var completeness = PlanCompleteness.of(whole(List.of(GOAL)), true);

    assertThat(completeness.complete()).isTrue();
    assertThat(completeness.met()).isEqualTo(5);
  }

  @Test
  void an_empty_plan_meets_none_and_says_why() {
    var completeness = PlanCompleteness.of(plan(null, null, null, List.of(), null, null), false);

    assertThat(completeness.met()).isZero();
    assertThat(missing(completeness))
        .containsExactlyInAnyOrder(
            Missing.PEOPLE, Missing.AGREEMENT, Missing.MATTERS, Missing.STRENGTHS, Missing.GOAL, Missing.STEP,
            Missing.REVIEW_DAY, Missing.BASELINE);
  }

  static Stream<Arguments> lacking_one_thing() {
    var goals = List.of(GOAL);
    return Stream.of(
        Arguments.of(Missing.PEOPLE, Criterion.PERSON_CENTRAL, plan(null, "m", "s", goals, AgreedWith.PERSON, SOON), true),
        Arguments.of(Missing.AGREEMENT, Criterion.PERSON_CENTRAL, plan("p", "m", "s", goals, AgreedWith.NOT_YET, SOON), true),
        Arguments.of(Missing.AGREEMENT, Criterion.PERSON_CENTRAL, plan("p", "m", "s", goals, null, SOON), true),
        Arguments.of(Missing.MATTERS, Criterion.WHAT_MATTERS, plan("p", null, "s", goals, AgreedWith.REPRESENTATIVE, SOON), true),
        Arguments.of(Missing.STRENGTHS, Criterion.WHAT_MATTERS, plan("p", "m", null, goals, AgreedWith.PERSON, SOON), true),
        Arguments.of(
            Missing.IMPORTANCE, Criterion.AGREED_OUTCOMES, whole(List.of(GOAL, new Goal("g", null, 3, List.of(STEP)))), true),
        Arguments.of(Missing.CONFIDENCE, Criterion.AGREED_OUTCOMES, whole(List.of(new Goal("g", 3, null, List.of(STEP)))), true),
        Arguments.of(Missing.STEP, Criterion.SHAREABLE_PLAN, whole(List.of(GOAL, new Goal("g", 3, 3, List.of()))), true),
        Arguments.of(
            Missing.WHO, Criterion.SHAREABLE_PLAN, whole(List.of(new Goal("g", 3, 3, List.of(new Action("a", null, SOON))))), true),
        Arguments.of(
            Missing.BY_WHEN,
            Criterion.SHAREABLE_PLAN,
            whole(List.of(new Goal("g", 3, 3, List.of(STEP, new Action("a", Who.OTHER, null))))),
            true),
        Arguments.of(Missing.REVIEW_DAY, Criterion.REVIEW, plan("p", "m", "s", goals, AgreedWith.PERSON, null), true),
        Arguments.of(Missing.BASELINE, Criterion.REVIEW, whole(goals), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lacking_one_thing")
  void a_plan_that_lacks_one_thing_misses_one_criterion(
      Missing what, Criterion criterion, PersonalPlan plan, boolean baseline) {
    var completeness = PlanCompleteness.of(plan, baseline);

    assertThat(missing(completeness)).containsExactly(what);
    assertThat(completeness.met()).isEqualTo(4);
    assertThat(completeness.met(criterion)).isFalse();
  }

  @Test
  void every_reason_is_tried_here() {
    var tried =
        lacking_one_thing().map(a -> (Missing) a.get()[0]).collect(Collectors.toCollection(() -> EnumSet.of(Missing.GOAL)));
    assertThat(tried).containsExactlyInAnyOrder(Missing.values());
  }

  private static Set<Missing> missing(PlanCompleteness completeness) {
    return completeness.missing().values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }
}
