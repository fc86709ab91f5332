package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.Given;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/wait-for-place.bpmn}, which runs beside the journey with its business key. */
public final class WaitForPlace {

  public static final String PROCESS_ID = "wait-for-place";

  /** Decision that says when to look again. */
  public static final String DECISION_INTRODUCTION_PLAN = "introduction-plan";

  /** Message that starts the wait. */
  public static final String MESSAGE_WAIT_LISTED = "introduction.waitListed";

  /** Message of what a provider told by link, correlated to the instance. */
  public static final String MESSAGE_PLACE_TOLD = "introduction.placeTold";

  public static final ProcessVariable<String> INTRODUCTION_ID = IntroduceActivity.INTRODUCTION_ID;

  /** When to look again. */
  @Given(at = WaitForPlace.START_ON_WAITING_LIST)
  public static final ProcessVariable<Instant> LOOK_AGAIN_AT = ProcessVariable.instant("lookAgainAt");

  /** {@link #PLACE_FOUND}, {@link #STILL_WAITING} or {@link #GIVEN_UP}. */
  public static final ProcessVariable<String> PLACE_RESULT = ProcessVariable.code("placeResult").passing();

  /** Whether the provider has left our questions unanswered. */
  public static final ProcessVariable<Boolean> SILENT = ProcessVariable.flag("silent").passing();

  public static final String PLACE_FOUND = "PLACE_FOUND";
  public static final String STILL_WAITING = "STILL_WAITING";
  public static final String GIVEN_UP = "GIVEN_UP";

  public static final String START_ON_WAITING_LIST = "startEvent_onWaitingList";
  public static final String LOOK_FOR_PLACE = "userTask_lookForPlace";
  public static final String EVENT_PLACE_TOLD = "event_placeTold";
  public static final String EVENT_TIME_TO_LOOK = "event_timeToLook";
  public static final String ASK_FOR_PLACE = "serviceTask_askForPlace";
  public static final String GIVE_UP_PLACE = "serviceTask_giveUpPlace";
  public static final String END_PLACE_GIVEN_UP = "endEvent_placeGivenUp";
  public static final String END_PLACE_TAKEN = "endEvent_placeTaken";

  private WaitForPlace() {}
}
