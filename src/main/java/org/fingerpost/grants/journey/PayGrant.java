package org.fingerpost.grants.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/pay-grant.bpmn}. Called by {@code project-grant}. */
public final class PayGrant {

  public static final String PROCESS_ID = "pay-grant";

  /** How long each step may take. */
  public static final String DECISION_GRANT_PLAN = "grant-plan";

  public static final String MESSAGE_TERMS_ANSWERED = "grant.termsAnswered";

  /** Whether the money was paid. */
  public static final ProcessVariable<Boolean> GRANT_PAID = ProcessVariable.flag("grantPaid");

  /** Whether the report has come before it was asked for. */
  public static final ProcessVariable<Boolean> REPORT_IN = ProcessVariable.flag("reportIn");

  /** By when the group accepts the terms; then the money goes back. */
  public static final ProcessVariable<Instant> ACCEPT_DUE_AT = ProcessVariable.instant("acceptDueAt");

  /** Whether the group has accepted the terms. */
  public static final ProcessVariable<Boolean> TERMS_ACCEPTED = ProcessVariable.flag("termsAccepted");

  /** By when the money is paid. */
  public static final ProcessVariable<Instant> PAY_DUE_AT = ProcessVariable.instant("payDueAt");

  public static final String START_GRANT_AWARDED = "startEvent_grantAwarded";
  public static final String SEND_AWARD_LETTER = "serviceTask_sendAwardLetter";
  public static final String AWAIT_ACCEPTANCE = "userTask_awaitAcceptance";
  public static final String EVENT_TERMS_ANSWERED = "event_termsAnswered";
  public static final String EVENT_NOT_ACCEPTED = "event_notAccepted";
  public static final String RECORD_PAYMENT = "userTask_recordPayment";
  public static final String END_GRANT_PAID = "endEvent_grantPaid";
  public static final String RELEASE_GRANT = "serviceTask_releaseGrant";
  public static final String END_GRANT_NOT_ACCEPTED = "endEvent_grantNotAccepted";

  private PayGrant() {}
}
