package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/settle-route.bpmn}: out {@code route} and {@code takenOn}. */
public final class SettleRoute {

  public static final String PROCESS_ID = "settle-route";

  /** Decision that says by when a step on the way to a settled route is due. */
  public static final String DECISION_SETTLING_PLAN = "settling-plan";

  /** Decision that says which consent somebody under 18 needs. */
  public static final String DECISION_YOUNG_PERSON_CONSENT = "young-person-consent";

  public static final ProcessVariable<String> ROUTE = ReferralJourney.ROUTE;
  public static final ProcessVariable<Boolean> TAKEN_ON = ReferralJourney.TAKEN_ON;

  /** When the time of the step in hand is over: its due date and its deadline. */
  public static final ProcessVariable<Instant> SETTLE_DUE_AT = ProcessVariable.instant("settleDueAt");

  /** How far up the step in hand stands in the list, 0 to 100. */
  public static final ProcessVariable<Integer> SETTLING_PRIORITY = ProcessVariable.count("settlingPriority");

  /** Whether the person agrees that the referral is passed on. */
  public static final ProcessVariable<Boolean> TRANSFER_AGREED = ProcessVariable.flag("transferAgreed").passing();

  /** Id of the scheme that the referral is passed on to, or {@code OTHER_SERVICE}. */
  public static final ProcessVariable<String> RECEIVING_SCHEME = ProcessVariable.code("receivingScheme").passing();

  public static final String START_ROUTE_TO_SETTLE = "startEvent_routeToSettle";
  public static final String PLAN_SETTLING = "serviceTask_planSettling";
  public static final String CONFIRM_ROUTE = "userTask_confirmRoute";
  public static final String EVENT_ROUTE_OVERDUE = "event_routeOverdue";
  public static final String ESCALATE_ROUTE = "serviceTask_escalateRoute";
  public static final String GATEWAY_SETTLED_ROUTE = "gateway_settledRoute";
  public static final String END_ROUTE_SETTLED = "endEvent_routeSettled";
  public static final String JOIN_REFERRAL = "serviceTask_joinReferral";
  public static final String END_JOINED = "endEvent_joined";
  public static final String ARRANGE_TRANSFER = "userTask_arrangeTransfer";
  public static final String EVENT_TRANSFER_OVERDUE = "event_transferOverdue";
  public static final String ESCALATE_TRANSFER = "serviceTask_escalateTransfer";
  public static final String GATEWAY_TRANSFER_AGREED = "gateway_transferAgreed";
  public static final String TRANSFER_REFERRAL = "serviceTask_transferReferral";
  public static final String END_TRANSFERRED = "endEvent_transferred";
  public static final String END_TRANSFER_REFUSED = "endEvent_transferRefused";
  public static final String RECORD_YOUNG_PERSON_CONSENT = "userTask_recordYoungPersonConsent";
  public static final String EVENT_CONSENT_OVERDUE = "event_consentOverdue";
  public static final String ESCALATE_CONSENT = "serviceTask_escalateConsent";
  public static final String GATEWAY_YOUNG_PERSON = "gateway_youngPerson";
  public static final String END_TAKEN_ON_HERE = "endEvent_takenOnHere";
  public static final String END_CONSENT_NOT_GIVEN = "endEvent_consentNotGiven";

  private SettleRoute() {}
}
