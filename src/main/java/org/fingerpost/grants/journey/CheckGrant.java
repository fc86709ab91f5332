package org.fingerpost.grants.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/check-grant.bpmn}. Called by {@code project-grant}. */
public final class CheckGrant {

  public static final String PROCESS_ID = "check-grant";

  /** What is proposed for an application. */
  public static final String DECISION_GRANT_ELIGIBILITY = "grant-eligibility";

  /** How long each step may take. */
  public static final String DECISION_GRANT_PLAN = "grant-plan";

  public static final String MESSAGE_ANSWERED = "grant.answered";

  /** Whether the application goes to the panel. */
  public static final ProcessVariable<Boolean> TO_PANEL = ProcessVariable.flag("toPanel");

  /** What comes after checking: {@code PANEL}, {@code ASK} the group, or {@code END}. */
  public static final ProcessVariable<String> GRANT_STEP = ProcessVariable.code("grantStep");

  /** Whether an officer must confirm what the table proposes. */
  public static final ProcessVariable<Boolean> OFFICER_NEEDED = ProcessVariable.flag("officerNeeded");

  /** By when the officer confirms. */
  public static final ProcessVariable<Instant> CONFIRM_DUE_AT = ProcessVariable.instant("confirmDueAt");

  /** By when the group answers. */
  public static final ProcessVariable<Instant> GROUP_DUE_AT = ProcessVariable.instant("groupDueAt");

  /** Whether the officer has given up waiting for the group. */
  public static final ProcessVariable<Boolean> GROUP_GIVEN_UP = ProcessVariable.flag("groupGivenUp");

  public static final String START_GRANT_TO_CHECK = "startEvent_grantToCheck";
  public static final String PROPOSE_GRANT_ELIGIBILITY = "businessRuleTask_proposeGrantEligibility";
  public static final String CONFIRM_GRANT_ELIGIBILITY = "userTask_confirmGrantEligibility";
  public static final String END_GRANT_CHECKED = "endEvent_grantChecked";
  public static final String ASK_GRANT_APPLICANT = "serviceTask_askGrantApplicant";
  public static final String AWAIT_GRANT_ANSWER = "userTask_awaitGrantAnswer";
  public static final String EVENT_GRANT_ANSWERED = "event_grantAnswered";
  public static final String EVENT_GRANT_ANSWER_OVERDUE = "event_grantAnswerOverdue";
  public static final String END_GRANT_UNANSWERED = "endEvent_grantUnanswered";

  private CheckGrant() {}
}
