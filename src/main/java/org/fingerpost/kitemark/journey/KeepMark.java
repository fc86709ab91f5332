package org.fingerpost.kitemark.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/**
 * The contract with {@code bpmn/keep-mark.bpmn}. One instance for each mark that stands; the business key is the reference of the
 * application it was awarded on, KM-….
 */
public final class KeepMark {

  public static final String PROCESS_ID = "keep-mark";

  /** Decision that says what a date of the mark asks for. */
  public static final String DECISION_UPKEEP = "kitemark-upkeep";

  /** The mark was replaced or ended: nothing is left to keep. */
  public static final String MESSAGE_MARK_ENDED = "kitemark.markEnded";

  /**
   * What is done next: {@code NOTICE}, {@code INVITE_RENEWAL}, {@code MAKE_CONDITIONAL}, {@code SUSPEND}, {@code ASK_ASSESSOR}, {@code
   * VISIT}, {@code EXPIRE}, or {@code NOTHING} until the next date.
   */
  public static final ProcessVariable<String> UPKEEP_STEP = ProcessVariable.code("upkeepStep").passing();

  /** The next date that asks for something. */
  public static final ProcessVariable<Instant> UPKEEP_DUE_AT = ProcessVariable.instant("upkeepDueAt").passing();

  /** By when an assessor settles what is open. */
  public static final ProcessVariable<Instant> QUESTION_DUE_AT = ProcessVariable.instant("questionDueAt");

  /** By when the visit is made. */
  public static final ProcessVariable<Instant> VISIT_DUE_AT = ProcessVariable.instant("visitDueAt");

  /** Whether something else has come up for the assessor meanwhile. */
  public static final ProcessVariable<Boolean> MORE_QUESTIONS = ProcessVariable.flag("moreQuestions").passing();

  public static final String START_MARK_AWARDED = "startEvent_markAwarded";
  public static final String PLAN_UPKEEP = "businessRuleTask_planUpkeep";
  public static final String GATEWAY_WHAT_IS_DUE = "gateway_whatIsDue";
  public static final String EVENT_NEXT_DATE = "event_nextDate";
  public static final String SEND_MARK_NOTICE = "serviceTask_sendMarkNotice";
  public static final String INVITE_RENEWAL = "serviceTask_inviteRenewal";
  public static final String MAKE_CONDITIONAL = "serviceTask_makeConditional";
  public static final String SUSPEND_LAPSED_MARK = "serviceTask_suspendLapsedMark";
  public static final String EVENT_ASSESSOR_NEEDED = "event_assessorNeeded";
  public static final String EVENT_VISIT_NEEDED = "event_visitNeeded";
  public static final String EXPIRE_MARK = "serviceTask_expireMark";
  public static final String END_MARK_EXPIRED = "endEvent_markExpired";
  public static final String QUESTIONS = "eventSubProcess_questions";
  public static final String START_QUESTION_OPEN = "startEvent_questionOpen";
  public static final String SETTLE_MARK_QUESTION = "userTask_settleMarkQuestion";
  public static final String GATEWAY_MORE_QUESTIONS = "gateway_moreQuestions";
  public static final String END_QUESTIONS_SETTLED = "endEvent_questionsSettled";
  public static final String EVENT_MARK_QUESTION_OVERDUE = "event_markQuestionOverdue";
  public static final String REMIND_ASSESSORS = "serviceTask_remindAssessors";
  public static final String END_ASSESSORS_REMINDED = "endEvent_assessorsReminded";
  public static final String VISIT = "eventSubProcess_visit";
  public static final String START_VISIT_DRAWN = "startEvent_visitDrawn";
  public static final String RECORD_VISIT = "userTask_recordVisit";
  public static final String END_VISIT_RECORDED = "endEvent_visitRecorded";
  public static final String MARK_OVER = "eventSubProcess_markOver";
  public static final String START_MARK_OVER = "startEvent_markOver";
  public static final String END_MARK_OVER = "endEvent_markOver";

  private KeepMark() {}
}
