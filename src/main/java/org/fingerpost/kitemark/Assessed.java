package org.fingerpost.kitemark;

import java.time.Instant;

/**
 * What the process learns of an assessor's word.
 *
 * @param assessment {@code DECIDED}, {@code SECOND}, {@code ASK_FOR_MORE} or {@code PROPOSE_AGAIN}
 * @param outcome {@code AWARD}, {@code NOT_YET} or {@code REFUSED}; {@code null} if nothing was decided yet
 * @param evidenceDueAt last moment for what was asked for, or {@code null}
 * @param secondDueAt by when a second assessor looks, or {@code null}
 */
public record Assessed(String assessment, String outcome, Instant evidenceDueAt, Instant secondDueAt) {

  static Assessed proposeAgain() {
    return new Assessed("PROPOSE_AGAIN", null, null, null);
  }

  static Assessed askForMore(Instant until) {
    return new Assessed("ASK_FOR_MORE", null, until, null);
  }

  static Assessed decided(String outcome) {
    return new Assessed("DECIDED", outcome, null, null);
  }

  static Assessed second(String outcome, Instant due) {
    return new Assessed("SECOND", outcome, null, due);
  }
}
