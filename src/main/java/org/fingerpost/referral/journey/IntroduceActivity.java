package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.Given;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/introduce-activity.bpmn}: in {@code linkWorker}, out {@code introduced}. */
public final class IntroduceActivity {

  public static final String PROCESS_ID = "introduce-activity";

  /** Decision that says how long a provider has to answer. */
  public static final String DECISION_INTRODUCTION_PLAN = "introduction-plan";

  /** Decision that says what speaks for an activity. */
  public static final String DECISION_ACTIVITY_MATCH = "activity-match";

  /** Message that starts an introduction beside the journey: one that is chosen already, or one to be chosen. */
  public static final String MESSAGE_WANTED = "introduction.wanted";

  /** Message of a provider's answer by link, correlated to the called process's instance. */
  public static final String MESSAGE_ANSWERED = "introduction.answered";

  @Given(at = IntroduceActivity.START_INTRODUCTION_WANTED)
  public static final ProcessVariable<Boolean> ACTIVITY_CHOSEN = ProcessVariable.flag("activityChosen").passing();

  /** Whether an activity is still to be chosen, from a list that is made anew. */
  @Given(at = IntroduceActivity.START_INTRODUCTION_WANTED)
  public static final ProcessVariable<Boolean> LOOK_AGAIN = ProcessVariable.flag("lookAgain").passing();

  /** Whether a person must go after the provider now. */
  public static final ProcessVariable<Boolean> ESCALATE = ProcessVariable.flag("escalate").passing();

  /** Id of the introduction in hand. */
  @Given(at = IntroduceActivity.START_INTRODUCTION_WANTED)
  public static final ProcessVariable<String> INTRODUCTION_ID = ProcessVariable.code("introductionId");

  /** When the next step against silence is due: a reminder, a person who goes after it, something else. */
  public static final ProcessVariable<Instant> ANSWER_DUE_AT = ProcessVariable.instant("answerDueAt");

  /** {@code ACCEPTED}, {@code WAITING_LIST}, {@code DECLINED}; from chasing also {@code KEEP_WAITING}, {@code TRY_ANOTHER}. */
  public static final ProcessVariable<String> ANSWER = ProcessVariable.code("answer").passing();


  public static final String ACCEPTED = "ACCEPTED";
  public static final String WAITING_LIST = "WAITING_LIST";
  public static final String DECLINED = "DECLINED";
  public static final String KEEP_WAITING = "KEEP_WAITING";
  public static final String TRY_ANOTHER = "TRY_ANOTHER";

  public static final String START_INTRODUCTION_WANTED = "startEvent_introductionWanted";
  public static final String START_TO_INTRODUCE = "startEvent_toIntroduce";
  public static final String CHOOSE_ACTIVITY = "userTask_chooseActivity";
  public static final String GATEWAY_ACTIVITY_CHOSEN = "gateway_activityChosen";
  public static final String END_NO_SUITABLE_ACTIVITY = "endEvent_noSuitableActivity";
  public static final String OFFER_ACTIVITY = "serviceTask_offerActivity";
  public static final String AWAIT_ANSWER = "userTask_awaitAnswer";
  public static final String EVENT_PROVIDER_ANSWERED = "event_providerAnswered";
  public static final String EVENT_ANSWER_OVERDUE = "event_answerOverdue";
  public static final String NUDGE_PROVIDER = "serviceTask_nudgeProvider";
  public static final String GATEWAY_ESCALATE = "gateway_escalate";
  public static final String CHASE_PROVIDER = "userTask_chaseProvider";
  public static final String EVENT_LATE_ANSWER = "event_lateAnswer";
  public static final String EVENT_STILL_SILENT = "event_stillSilent";
  public static final String GIVE_UP_PROVIDER = "serviceTask_giveUpProvider";
  public static final String GATEWAY_ANSWER = "gateway_answer";
  public static final String END_INTRODUCED = "endEvent_introduced";

  private IntroduceActivity() {}
}
