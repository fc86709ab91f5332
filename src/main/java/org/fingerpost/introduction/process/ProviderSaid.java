package org.fingerpost.introduction.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.ProviderAnswer;
import org.fingerpost.platform.InvalidInput;

/** Reads from a form what an organisation told the link worker. */
final class ProviderSaid {

  private ProviderSaid() {}

  static ProviderAnswer of(Answer answer, String note, String firstOn, String lookAgainOn, String reason) {
    return new ProviderAnswer(
        answer,
        trimmed(note),
        answer == Answer.ACCEPTED ? day("firstOn", firstOn) : null,
        answer == Answer.WAITING_LIST ? day("lookAgainOn", lookAgainOn) : null,
        answer == Answer.DECLINED && reason != null && !reason.isBlank() ? DeclineReason.valueOf(reason) : null);
  }

  /** Written as 31/12/2026 or 2026-12-31; {@code null} for nothing. */
  private static LocalDate day(String field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String bare = typed.strip();
    var parts = bare.split("[/.]");
    try {
      return parts.length == 3
          ? LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
          : LocalDate.parse(bare);
    } catch (NumberFormatException | DateTimeException e) {
      throw new InvalidInput(field, "introduction.form.day.unreadable");
    }
  }
}
