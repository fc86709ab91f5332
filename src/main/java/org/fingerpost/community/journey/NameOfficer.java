package org.fingerpost.community.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/name-officer.bpmn}, which both processes about groups call. */
public final class NameOfficer {

  public static final String PROCESS_ID = "name-officer";

  /** Decision that says by when each step is due. */
  public static final String DECISION_GROUP_PLAN = "group-plan";

  /** User id of the officer who looks after the group. */
  public static final ProcessVariable<String> OFFICER = ProcessVariable.code("officer");

  /** By when somebody takes the request. */
  public static final ProcessVariable<Instant> OFFICER_DUE_AT = ProcessVariable.instant("officerDueAt");

  /** By when the step that comes next is due; past it, the request comes up again. */
  public static final ProcessVariable<Instant> STEP_DUE_AT = ProcessVariable.instant("stepDueAt");

  public static final String START_OFFICER_WANTED = "startEvent_officerWanted";
  public static final String PLAN_OFFICER = "serviceTask_planOfficer";
  public static final String TAKE_REQUEST = "userTask_takeRequest";
  public static final String EVENT_NOT_TAKEN = "event_notTaken";
  public static final String CHOOSE_OFFICER = "userTask_chooseOfficer";
  public static final String END_OFFICER_CHOSEN = "endEvent_officerChosen";
  public static final String END_REQUEST_TAKEN = "endEvent_requestTaken";

  private NameOfficer() {}
}
