package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/paused-introduction.bpmn}, which runs beside the journey with its business key. */
public final class PausedIntroduction {

  public static final String PROCESS_ID = "paused-introduction";

  /** Decision that says by when somebody chooses, and who. */
  public static final String DECISION_PAUSE_PLAN = "pause-plan";

  /** Message that starts it. */
  public static final String MESSAGE_PAUSED = "introduction.paused";

  /** The mark is back. */
  public static final String MESSAGE_RESUMED = "introduction.resumed";

  /** The mark does not come back. */
  public static final String MESSAGE_MARK_ENDED = "introduction.markEnded";

  public static final ProcessVariable<String> INTRODUCTION_ID = IntroduceActivity.INTRODUCTION_ID;

  /** By when somebody chooses. */
  public static final ProcessVariable<Instant> CHOOSE_DUE_AT = ProcessVariable.instant("chooseDueAt");

  /** Whether a team lead chooses now. */
  public static final ProcessVariable<Boolean> TEAM_LEAD_NEEDED = ProcessVariable.flag("teamLeadNeeded").passing();

  /** {@code OFFER_ANOTHER}, {@code WAIT} or {@code GO_ON}. */
  public static final ProcessVariable<String> PAUSE_DECISION = ProcessVariable.code("pauseDecision").passing();

  public static final String START_INTRODUCTION_PAUSED = "startEvent_introductionPaused";
  public static final String PLAN_PAUSE = "serviceTask_planPause";
  public static final String CHOOSE_FOR_PAUSED = "userTask_chooseForPaused";
  public static final String EVENT_CHOICE_DUE = "event_choiceDue";
  public static final String EVENT_MARK_ENDED = "event_markEnded";
  public static final String CHOOSE_OVERDUE_PAUSED = "userTask_chooseOverduePaused";
  public static final String OFFER_ANOTHER = "serviceTask_offerAnother";
  public static final String END_ANOTHER_OFFERED = "endEvent_anotherOffered";
  public static final String END_GOES_ON = "endEvent_goesOn";
  public static final String EVENT_SUB_PROCESS_MARK_BACK = "eventSubProcess_markBack";
  public static final String START_MARK_BACK = "startEvent_markBack";
  public static final String TAKE_UP_INTRODUCTION = "serviceTask_takeUpIntroduction";
  public static final String END_TAKEN_UP = "endEvent_takenUp";

  private PausedIntroduction() {}
}
