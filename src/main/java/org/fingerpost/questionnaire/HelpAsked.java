package org.fingerpost.questionnaire;

import java.time.Instant;
import java.util.UUID;

/**
 * A request for help with one question, and what came of it.
 *
 * @param question key of the question
 * @param asked in the applicant's words
 * @param dueAt by when an officer answers, or {@code null} until it is planned
 * @param answer or {@code null}
 * @param answeredBy user id, or {@code null}
 */
public record HelpAsked(
    UUID helpId,
    String reference,
    String schemeId,
    String question,
    String asked,
    Instant askedAt,
    Instant dueAt,
    State state,
    String answer,
    Instant answeredAt,
    String answeredBy,
    String processInstanceId) {

  /** Where a request stands. */
  public enum State {
    OPEN,
    ANSWERED,
    /** The application was sent without it. */
    NOT_NEEDED
  }

  /** Nothing of what was asked. */
  @Override
  public String toString() {
    return "HelpAsked[" + helpId + ", " + state + "]";
  }
}
