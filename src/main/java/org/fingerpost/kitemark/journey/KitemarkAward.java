package org.fingerpost.kitemark.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/**
 * The contract with {@code bpmn/kitemark-award.bpmn}. The business key is the application's reference, KM-…; who applied and what they
 * wrote is with the questionnaire, and what was decided is in the domain.
 */
public final class KitemarkAward {

  public static final String PROCESS_ID = "kitemark-award";

  public static final String DECISION_RISK = "kitemark-risk";
  public static final String DECISION_EVIDENCE = "kitemark-evidence";
  public static final String DECISION_GOOD_PRACTICE = "kitemark-good-practice";
  public static final String DECISION_LEVEL = "kitemark-level";

  /** Decision that says by when each step is done, and how long an organisation has. */
  public static final String DECISION_PLAN = "kitemark-plan";

  /** More answers have come: those that were asked for, those that were missing, or an appeal. */
  public static final String MESSAGE_ANSWERED = "kitemark.answered";

  /** The organisation takes its application back. */
  public static final String MESSAGE_WITHDRAWN = "kitemark.withdrawn";

  /** What the assessor says: {@code DECIDED}, {@code SECOND}, {@code ASK_FOR_MORE} or {@code PROPOSE_AGAIN}. */
  public static final ProcessVariable<String> ASSESSMENT = ProcessVariable.code("assessment");

  /** What comes of it: {@code AWARD}, {@code NOT_YET}, {@code REFUSED}, or {@code GIVEN_BACK} to the first assessor. */
  public static final ProcessVariable<String> OUTCOME = ProcessVariable.code("outcome");

  public static final ProcessVariable<Instant> ASSESS_DUE_AT = ProcessVariable.instant("assessDueAt");

  /** How far up the task stands in the list. */
  public static final ProcessVariable<Integer> ASSESS_PRIORITY = ProcessVariable.count("assessPriority");

  public static final ProcessVariable<Instant> SECOND_DUE_AT = ProcessVariable.instant("secondDueAt");

  /** Last moment for what the assessor asked for. */
  public static final ProcessVariable<Instant> EVIDENCE_DUE_AT = ProcessVariable.instant("evidenceDueAt");

  /** Last moment for taking the application up again. */
  public static final ProcessVariable<Instant> GAPS_DUE_AT = ProcessVariable.instant("gapsDueAt");

  public static final String START_APPLIED = "startEvent_applied";
  public static final String PROPOSE_LEVEL = "businessRuleTask_proposeLevel";
  public static final String ASSESS_APPLICATION = "userTask_assessApplication";
  public static final String EVENT_ASSESSMENT_OVERDUE = "event_assessmentOverdue";
  public static final String ESCALATE_ASSESSMENT = "serviceTask_escalateAssessment";
  public static final String ASK_FOR_MORE = "serviceTask_askForMore";
  public static final String AWAIT_EVIDENCE = "userTask_awaitEvidence";
  public static final String EVENT_EVIDENCE_GIVEN = "event_evidenceGiven";
  public static final String EVENT_EVIDENCE_LATE = "event_evidenceLate";
  public static final String CONFIRM_AS_SECOND = "userTask_confirmAsSecond";
  public static final String EVENT_SECOND_OVERDUE = "event_secondOverdue";
  public static final String AWARD_MARK = "serviceTask_awardMark";
  public static final String END_AWARDED = "endEvent_awarded";
  public static final String LIST_GAPS = "serviceTask_listGaps";
  public static final String HELP_ORGANISATION = "userTask_helpOrganisation";
  public static final String EVENT_TAKEN_UP = "event_takenUp";
  public static final String EVENT_GAPS_LATE = "event_gapsLate";
  public static final String CLOSE_APPLICATION = "serviceTask_closeApplication";
  public static final String END_NOT_TAKEN_UP = "endEvent_notTakenUp";
  public static final String REFUSE_MARK = "serviceTask_refuseMark";
  public static final String END_REFUSED = "endEvent_refused";
  public static final String WITHDRAWAL = "eventSubProcess_withdrawal";
  public static final String START_WITHDRAWN = "startEvent_withdrawn";
  public static final String CLOSE_WITHDRAWN = "serviceTask_closeWithdrawn";
  public static final String END_WITHDRAWN = "endEvent_withdrawn";

  private KitemarkAward() {}
}
