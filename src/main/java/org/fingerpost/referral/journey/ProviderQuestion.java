package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/provider-question.bpmn}, which runs beside the journey with its business key. */
public final class ProviderQuestion {

  public static final String PROCESS_ID = "provider-question";

  /** Message that starts it. */
  public static final String MESSAGE_QUESTION_ASKED = "introduction.questionAsked";

  public static final ProcessVariable<String> INTRODUCTION_ID = IntroduceActivity.INTRODUCTION_ID;

  /** By when the provider hears back. */
  public static final ProcessVariable<Instant> QUESTION_DUE_AT = ProcessVariable.instant("questionDueAt");

  public static final String START_QUESTION_ASKED = "startEvent_questionAsked";
  public static final String ANSWER_PROVIDERS_QUESTION = "userTask_answerProvidersQuestion";
  public static final String EVENT_QUESTION_OVERDUE = "event_questionOverdue";
  public static final String ANSWER_OVERDUE_QUESTION = "userTask_answerOverdueQuestion";
  public static final String END_QUESTION_ANSWERED = "endEvent_questionAnswered";

  private ProviderQuestion() {}
}
