package org.fingerpost.conversation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person and their link worker have agreed so far in their what-matters conversations. Any text may be {@code null}: a first
 * meeting may come to nothing but getting to know each other.
 *
 * @param likesAndWants what the person likes and would like to do, in their words; some schemes ask this first
 * @param peopleWhoMatter who matters to the person and should be involved
 * @param whatMatters in the person's words
 * @param strengths what the person can build on
 * @param goals the most important first; at most three
 * @param agreedWith who agreed the plan, or {@code null} if not said
 * @param reviewOn day on which the plan is to be looked at again, or {@code null}
 */
public record PersonalPlan(
    String likesAndWants,
    String peopleWhoMatter,
    String whatMatters,
    String strengths,
    List<Goal> goals,
    AgreedWith agreedWith,
    LocalDate reviewOn) {

  public PersonalPlan {
    goals = List.copyOf(goals);
  }

  /**
   * One thing to work towards.
   *
   * @param importance how much it matters to the person, 1 to 10, or {@code null} if not asked
   * @param confidence how sure the person is of getting there, 1 to 10, or {@code null} if not asked
   * @param actions the steps towards it, first one first; at most two
   */
  public record Goal(String goal, Integer importance, Integer confidence, List<Action> actions) {

    public Goal {
      actions = actions == null ? List.of() : List.copyOf(actions);
    }
  }

  /**
   * One step towards a goal.
   *
   * @param who takes it, or {@code null} if not said
   * @param by day by which it should be done, or {@code null}
   */
  public record Action(String what, Who who, LocalDate by) {}

  /** Who takes a step. Words: {@code conversation.who.<CODE>}. */
  public enum Who {
    PERSON,
    LINK_WORKER,
    OTHER
  }

  /** With whom a plan was agreed. Words: {@code conversation.agreed-with.<CODE>}. */
  public enum AgreedWith {
    PERSON,
    REPRESENTATIVE,
    NOT_YET
  }

  /** The goals' own words, in order. */
  public List<String> goalTexts() {
    return goals.stream().map(Goal::goal).toList();
  }

  /** Nothing of it: a person must not end up in a log because somebody printed the record. */
  @Override
  public String toString() {
    return "PersonalPlan";
  }
}
