package org.fingerpost.community.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/start-group.bpmn}. The business key is the NG-reference of the idea. */
public final class StartGroup {

  public static final String PROCESS_ID = "start-group";

  /** Decision that proposes whether enough people would come. */
  public static final String DECISION_GROUP_INTEREST = "group-interest";

  /** Decision that says by when each step is due. */
  public static final String DECISION_GROUP_PLAN = "group-plan";

  /** Message that whatever is done for the group ends. */
  public static final String MESSAGE_GROUP_STOPPED = SupportGroup.MESSAGE_GROUP_STOPPED;

  /** Message that the group has the kite mark. */
  public static final String MESSAGE_MARK_AWARDED = "community.markAwarded";

  /** User id of the officer who looks after the group. */
  public static final ProcessVariable<String> OFFICER = NameOfficer.OFFICER;

  /** By when the step that comes next is due. */
  public static final ProcessVariable<Instant> STEP_DUE_AT = NameOfficer.STEP_DUE_AT;

  /** Whether enough people would come: an {@code Interest}. */
  public static final ProcessVariable<String> INTEREST = ProcessVariable.code("interest").passing();

  public static final ProcessVariable<Boolean> VENUE_FOUND = ProcessVariable.flag("venueFound").passing();

  /** How it goes on after a session: a {@code TrialResult}. */
  public static final ProcessVariable<String> TRIAL = ProcessVariable.code("trial").passing();

  /** Whether the scheme asks for the kite mark. */
  public static final ProcessVariable<Boolean> MARK_ASKED = ProcessVariable.flag("markAsked").passing();

  /** Where it goes on after something did not work out: a {@code Further}. */
  public static final ProcessVariable<String> FURTHER = ProcessVariable.code("further").passing();

  public static final String START_IDEA_RECEIVED = "startEvent_ideaReceived";
  public static final String NAME_OFFICER = "callActivity_nameOfficer";
  public static final String GATHER_INTEREST = "userTask_gatherInterest";
  public static final String EVENT_INTEREST_OVERDUE = "event_interestOverdue";
  public static final String FIND_VENUE = "userTask_findVenue";
  public static final String EVENT_VENUE_OVERDUE = "event_venueOverdue";
  public static final String RECORD_TRIAL = "userTask_recordTrial";
  public static final String EVENT_TRIAL_OVERDUE = "event_trialOverdue";
  public static final String INVITE_TO_MARK = "serviceTask_inviteToMark";
  public static final String REACH_MARK = "userTask_reachMark";
  public static final String EVENT_MARK_AWARDED = "event_markAwarded";
  public static final String EVENT_MARK_OVERDUE = "event_markOverdue";
  public static final String LIST_GROUP = "userTask_listGroup";
  public static final String EVENT_LISTING_OVERDUE = "event_listingOverdue";
  public static final String END_LISTED = "endEvent_listed";
  public static final String DECIDE_FURTHER = "userTask_decideFurther";
  public static final String CLOSE_KINDLY = "serviceTask_closeKindly";
  public static final String END_CLOSED_KINDLY = "endEvent_closedKindly";
  public static final String STOPPING = "eventSubProcess_stopping";
  public static final String START_GROUP_STOPPED = "startEvent_groupStopped";
  public static final String CLOSE_STOPPED = "serviceTask_closeStopped";
  public static final String END_STOPPED = "endEvent_stopped";

  private StartGroup() {}
}
