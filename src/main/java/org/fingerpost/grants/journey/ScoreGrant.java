package org.fingerpost.grants.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.Given;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/score-grant.bpmn}. An instance of its own for each score that the scheme wants, beside {@code project-grant}. */
public final class ScoreGrant {

  public static final String PROCESS_ID = "score-grant";

  /** How long each step may take. */
  public static final String DECISION_GRANT_PLAN = "grant-plan";

  public static final String MESSAGE_SCORE_ASKED = "grant.scoreAsked";

  /** User id of the member of the panel who is asked. */
  @Given(at = ScoreGrant.START_SCORE_ASKED)
  public static final ProcessVariable<String> PANEL_MEMBER = ProcessVariable.code("panelMember");

  /** Id of the score that is asked for. */
  @Given(at = ScoreGrant.START_SCORE_ASKED)
  public static final ProcessVariable<String> SCORE_ID = ProcessVariable.code("scoreId");

  /** By when the member scores; then a further one is asked. */
  @Given(at = ScoreGrant.START_SCORE_ASKED)
  public static final ProcessVariable<Instant> SCORE_DUE_AT = ProcessVariable.instant("scoreDueAt");

  /** Whether the member has scored. */
  public static final ProcessVariable<Boolean> SCORED = ProcessVariable.flag("scored");

  /** Whether a further member could be asked. */
  public static final ProcessVariable<Boolean> MEMBER_FOUND = ProcessVariable.flag("memberFound");

  /** By when an officer finds a member. */
  public static final ProcessVariable<Instant> FIND_DUE_AT = ProcessVariable.instant("findDueAt");

  public static final String START_SCORE_ASKED = "startEvent_scoreAsked";
  public static final String SCORE_GRANT = "userTask_scoreGrant";
  public static final String EVENT_SCORE_LATE = "event_scoreLate";
  public static final String END_SCORE_GIVEN = "endEvent_scoreGiven";
  public static final String ASK_FURTHER_MEMBER = "serviceTask_askFurtherMember";
  public static final String FIND_PANEL_MEMBER = "userTask_findPanelMember";

  private ScoreGrant() {}
}
