package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/first-contact.bpmn}: in {@code linkWorker}, out {@code contactResult}. */
public final class FirstContact {

  public static final String PROCESS_ID = "first-contact";

  /** Decision that says when to try and when to stop trying. */
  public static final String DECISION_CONTACT_PLAN = "contact-plan";

  /** When the next attempt is due: the user task's due date. */
  public static final ProcessVariable<Instant> CONTACT_DUE_AT = ProcessVariable.instant("contactDueAt");

  /**
   * {@code REACHED}, {@code DECLINED}, {@code TRY_AGAIN}, {@code OUT_OF_TRIES}, {@code WRONG_NUMBER}, {@code LETTER_RETURNED} or
   * {@code NOT_REACHED}.
   */
  public static final ProcessVariable<String> CONTACT_RESULT = ProcessVariable.code("contactResult").passing();

  /** When to try again; set with {@code TRY_AGAIN} only. */
  public static final ProcessVariable<Instant> NEXT_CONTACT_AT = ProcessVariable.instant("nextContactAt").passing();

  /** Until when better contact details are looked for; set with {@code WRONG_NUMBER} only. */
  public static final ProcessVariable<Instant> DETAILS_DUE_AT = ProcessVariable.instant("detailsDueAt").passing();

  /** Whether better contact details were found. */
  public static final ProcessVariable<Boolean> DETAILS_FOUND = ProcessVariable.flag("detailsFound").passing();

  /** Until when an answer to the letter is waited for. */
  public static final ProcessVariable<Instant> LETTER_ANSWER_DUE_AT =
      ProcessVariable.instant("letterAnswerDueAt").passing();

  /** Sent when the referrer supplied better contact details by their link. */
  public static final String MESSAGE_DETAILS_SUPPLIED = "contact.detailsSupplied";

  public static final String REACHED = "REACHED";
  public static final String DECLINED = "DECLINED";
  public static final String TRY_AGAIN = "TRY_AGAIN";
  public static final String OUT_OF_TRIES = "OUT_OF_TRIES";
  public static final String NOT_REACHED = "NOT_REACHED";
  public static final String WRONG_NUMBER = "WRONG_NUMBER";
  public static final String LETTER_RETURNED = "LETTER_RETURNED";

  /** What a link worker records when the person asked to be called later; the model hears {@link #TRY_AGAIN}. */
  public static final String CALL_LATER = "CALL_LATER";

  public static final String START_TO_CONTACT = "startEvent_toContact";
  public static final String PLAN_CONTACT = "serviceTask_planContact";
  public static final String RECORD_FIRST_CONTACT = "userTask_recordFirstContact";
  public static final String GATEWAY_CONTACT_RESULT = "gateway_contactResult";
  public static final String EVENT_NEXT_ATTEMPT = "event_nextAttempt";
  public static final String FIND_RIGHT_CONTACT_DETAILS = "userTask_findRightContactDetails";
  public static final String EVENT_DETAILS_SUPPLIED = "event_detailsSupplied";
  public static final String EVENT_DETAILS_OVERDUE = "event_detailsOverdue";
  public static final String GATEWAY_DETAILS_FOUND = "gateway_detailsFound";
  public static final String SEND_LETTER = "serviceTask_sendLetter";
  public static final String AWAIT_LETTER_ANSWER = "userTask_awaitLetterAnswer";
  public static final String EVENT_LETTER_UNANSWERED = "event_letterUnanswered";
  public static final String GATEWAY_LETTER_ANSWER = "gateway_letterAnswer";
  public static final String DECIDE_AFTER_NO_CONTACT = "userTask_decideAfterNoContact";
  public static final String END_CONTACT_MADE = "endEvent_contactMade";
  public static final String END_NOT_REACHED = "endEvent_notReached";

  private FirstContact() {}
}
