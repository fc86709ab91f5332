package org.fingerpost.conversation;

import java.util.List;

/**
 * What a person and their link worker agreed in the what-matters conversation.
 *
 * @param whatMatters in the person's words
 * @param strengths what the person can build on, or {@code null}
 * @param goals the most important first; at least one
 */
public record PersonalPlan(String whatMatters, String strengths, List<Goal> goals) {

  public PersonalPlan {
    goals = List.copyOf(goals);
  }

  /**
   * One thing to work towards.
   *
   * @param importance how much it matters to the person, 1 to 10, or {@code null} if not asked
   * @param confidence how sure the person is of getting there, 1 to 10, or {@code null} if not asked
   * @param action the first step, or {@code null}
   */
  public record Goal(String goal, Integer importance, Integer confidence, String action) {}

  /** The goals' own words, in order. */
  public List<String> goalTexts() {
    return goals.stream().map(Goal::goal).toList();
  }
}
