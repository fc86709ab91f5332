package org.fingerpost.questionnaire.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/help-with-application.bpmn}; the business key is the application's reference. */
public final class HelpWithApplication {

  public static final String PROCESS_ID = "help-with-application";

  /** Message that starts it. */
  public static final String MESSAGE_HELP_ASKED = "application.helpAsked";

  /** Message that the application was sent, correlated to each instance that still waits. */
  public static final String MESSAGE_SENT = "application.sent";

  /** Decision that says by when an officer answers. */
  public static final String DECISION_HELP_PLAN = "help-plan";

  public static final ProcessVariable<String> HELP_ID = ProcessVariable.code("helpId");

  /** By when an officer answers; from then on it is a team lead's. */
  public static final ProcessVariable<Instant> HELP_DUE_AT = ProcessVariable.instant("helpDueAt");

  public static final String START_HELP_ASKED = "startEvent_helpAsked";
  public static final String PLAN_HELP = "serviceTask_planHelp";
  public static final String HELP_WITH_QUESTION = "userTask_helpWithQuestion";
  public static final String EVENT_HELP_OVERDUE = "event_helpOverdue";
  public static final String GIVE_OVERDUE_HELP = "userTask_giveOverdueHelp";
  public static final String END_HELP_GIVEN = "endEvent_helpGiven";
  public static final String EVENT_SUB_PROCESS_SENT = "eventSubProcess_sent";
  public static final String START_APPLICATION_SENT = "startEvent_applicationSent";
  public static final String END_HELP_NOT_NEEDED = "endEvent_helpNotNeeded";

  private HelpWithApplication() {}
}
