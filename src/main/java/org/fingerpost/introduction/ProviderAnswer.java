package org.fingerpost.introduction;

import java.time.LocalDate;

/**
 * An organisation's answer with what it may say besides.
 *
 * @param note in its words, or {@code null}
 * @param firstOn with a yes: the first day the person is expected; or {@code null}
 * @param lookAgainOn with a place on the waiting list: the day to look again; or {@code null}
 * @param reason with a no; or {@code null}
 */
public record ProviderAnswer(
    Answer answer, String note, LocalDate firstOn, LocalDate lookAgainOn, DeclineReason reason) {

  /** An answer and nothing besides. */
  public static ProviderAnswer of(Answer answer, String note) {
    return new ProviderAnswer(answer, note, null, null, null);
  }

  @Override
  public String toString() {
    return "ProviderAnswer[" + answer + "]";
  }
}
