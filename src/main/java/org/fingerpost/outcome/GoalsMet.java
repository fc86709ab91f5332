package org.fingerpost.outcome;

/** How far the person got with what they set out to do. Words: {@code outcome.goals-met.<CODE>}. */
public enum GoalsMet {
  GOALS_MET,
  PARTLY,
  NOT_MET,
  /** The person had set no goal. */
  NOT_SET
}
