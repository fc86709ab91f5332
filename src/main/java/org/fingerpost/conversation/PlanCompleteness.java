package org.fingerpost.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;

/**
 * How far a plan is from one that deserves the name: the five criteria of NHS England for a personalised care and support plan, each
 * met or with what is missing. Shown to the link worker and never in the person's way: an incomplete plan is still a plan.
 *
 * @param missing by criterion, in order; an empty list means that it is met
 */
public record PlanCompleteness(Map<Criterion, List<Missing>> missing) {

  /** Words: {@code conversation.criterion.<CODE>}. */
  public enum Criterion {
    /** The person is central in developing the plan and in agreeing who is involved. */
    PERSON_CENTRAL,
    /** There has been a proactive conversation about what matters, and what the person can build on. */
    WHAT_MATTERS,
    /** The outcomes they want are agreed. */
    AGREED_OUTCOMES,
    /** One plan that can be shared says what matters, the outcomes and how they are reached. */
    SHAREABLE_PLAN,
    /** The plan will be looked at again, formally and informally. */
    REVIEW
  }

  /** Words: {@code conversation.missing.<CODE>}. */
  public enum Missing {
    PEOPLE,
    AGREEMENT,
    MATTERS,
    STRENGTHS,
    GOAL,
    IMPORTANCE,
    CONFIDENCE,
    STEP,
    WHO,
    BY_WHEN,
    REVIEW_DAY,
    BASELINE
  }

  public PlanCompleteness {
    missing = new EnumMap<>(missing);
  }

  /**
   * Looks at a plan.
   *
   * @param baseline whether the first answers to the scheme's measures are there, to compare with at the review
   */
  public static PlanCompleteness of(PersonalPlan plan, boolean baseline) {
    var missing = new EnumMap<Criterion, List<Missing>>(Criterion.class);
    for (var criterion : Criterion.values()) {
      missing.put(criterion, new ArrayList<>());
    }
    var central = missing.get(Criterion.PERSON_CENTRAL);
    unless(plan.peopleWhoMatter() != null, Missing.PEOPLE, central);
    unless(plan.agreedWith() != null && plan.agreedWith() != AgreedWith.NOT_YET, Missing.AGREEMENT, central);

    var conversation = missing.get(Criterion.WHAT_MATTERS);
    unless(plan.whatMatters() != null, Missing.MATTERS, conversation);
    unless(plan.strengths() != null, Missing.STRENGTHS, conversation);

    var outcomes = missing.get(Criterion.AGREED_OUTCOMES);
    unless(!plan.goals().isEmpty(), Missing.GOAL, outcomes);
    unless(plan.goals().stream().allMatch(goal -> goal.importance() != null), Missing.IMPORTANCE, outcomes);
    unless(plan.goals().stream().allMatch(goal -> goal.confidence() != null), Missing.CONFIDENCE, outcomes);

    var how = missing.get(Criterion.SHAREABLE_PLAN);
    unless(
        !plan.goals().isEmpty() && plan.goals().stream().noneMatch(goal -> goal.actions().isEmpty()), Missing.STEP, how);
    var actions = plan.goals().stream().flatMap(goal -> goal.actions().stream()).toList();
    unless(actions.stream().allMatch(action -> action.who() != null), Missing.WHO, how);
    unless(actions.stream().allMatch(action -> action.by() != null), Missing.BY_WHEN, how);

    var review = missing.get(Criterion.REVIEW);
    unless(plan.reviewOn() != null, Missing.REVIEW_DAY, review);
    unless(baseline, Missing.BASELINE, review);
    return new PlanCompleteness(missing);
  }

  private static void unless(boolean there, Missing what, List<Missing> missing) {
    if (!there) {
      missing.add(what);
    }
  }

  public boolean met(Criterion criterion) {
    return missing.get(criterion).isEmpty();
  }

  /** How many of the five are met. */
  public int met() {
    return (int) missing.values().stream().filter(List::isEmpty).count();
  }

  public boolean complete() {
    return met() == Criterion.values().length;
  }
}
