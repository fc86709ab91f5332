package org.fingerpost.outcome.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.outcome.GoalsMet;
import org.fingerpost.outcome.Scores;

/**
 * The answers of form {@code record-outcome}. The last four are ONS4: 0 to 10, {@code PREFER_NOT_TO_SAY}, or {@code
 * null} if not asked.
 *
 * @param closureReason code of {@link org.fingerpost.referral.ClosureReason}
 * @param goalsMet code of {@link GoalsMet}
 * @param whatChanged in the person's words, or {@code null}
 */
record RecordOutcomeForm(
    @NotNull(message = "{outcome.form.closureReason.required}")
        @Pattern(regexp = "[A-Z_]{1,64}", message = "{outcome.form.closureReason.required}")
        String closureReason,
    @NotNull(message = "{outcome.form.goalsMet.required}")
        @Pattern(regexp = "GOALS_MET|PARTLY|NOT_MET|NOT_SET", message = "{outcome.form.goalsMet.required}")
        String goalsMet,
    @Size(max = 4000, message = "{outcome.form.whatChanged.long}") String whatChanged,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String lifeSatisfaction,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String worthwhile,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String happyYesterday,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String anxiousYesterday) {

  /** The answers to ONS4 by item id. */
  Map<String, String> closing() {
    var answers = new HashMap<String, String>();
    answers.put("lifeSatisfaction", lifeSatisfaction);
    answers.put("worthwhile", worthwhile);
    answers.put("happyYesterday", happyYesterday);
    answers.put("anxiousYesterday", anxiousYesterday);
    return answers;
  }
}
