package org.fingerpost.kitemark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far an application has come.
 *
 * @param organisationId or {@code null} as long as it is not listed
 * @param takenUp how often it was taken up again with more answers
 * @param concernNote in the assessor's words, or {@code null}
 * @param appealOf number of the assessment that is appealed against, or {@code null}
 * @param askedItems codes of what the assessor asked for last
 * @param ended how it ended, or {@code null} while it goes on
 * @param processInstanceId of the instance that ran last
 */
public record MarkCase(
    String reference,
    String schemeId,
    String organisationId,
    Instant receivedAt,
    int takenUp,
    boolean openConcern,
    String concernNote,
    Integer appealOf,
    String appealWords,
    List<String> askedItems,
    String askedWhy,
    LocalDate askedUntil,
    Step step,
    Ended ended,
    String processInstanceId) {

  /** Where it stands. Words: {@code kitemark.step.<CODE>}. */
  public enum Step {
    ASSESSING,
    MORE_ASKED,
    SECOND,
    HELPED,
    ENDED
  }

  /** How it ended. Words: {@code kitemark.ended.<CODE>}. */
  public enum Ended {
    AWARDED,
    NOT_TAKEN_UP,
    REFUSED,
    WITHDRAWN
  }

  public boolean running() {
    return step != Step.ENDED;
  }

  /** Notes are for those who may read them. */
  @Override
  public String toString() {
    return "MarkCase[" + reference + ", " + step + "]";
  }
}
