package org.fingerpost.outcome.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fingerpost.outcome.GoalsMet;
import org.fingerpost.outcome.Scores;

/**
 * The answers of form {@code record-outcome}. The last ten are the questions of all measures: a score, {@code PREFER_NOT_TO_SAY}, or
 * {@code null} if not asked.
 *
 * @param goalOneMet code of {@link GoalsMet}, as the two after it; {@code null} if the goals were not gone through one by one
 * @param closureReason code of {@link org.fingerpost.referral.ClosureReason}
 * @param goalsMet code of {@link GoalsMet}
 * @param whatChanged in the person's words, or {@code null}
 */
record RecordOutcomeForm(
    @Pattern(regexp = RecordOutcomeForm.MET, message = "{outcome.form.goalsMet.required}") String goalOneMet,
    @Pattern(regexp = RecordOutcomeForm.MET, message = "{outcome.form.goalsMet.required}") String goalTwoMet,
    @Pattern(regexp = RecordOutcomeForm.MET, message = "{outcome.form.goalsMet.required}") String goalThreeMet,
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
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String anxiousYesterday,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String copingConfidence,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String connection,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String selfManagement,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String lackCompanionship,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String leftOut,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String isolated) {

  static final String MET = "|GOALS_MET|PARTLY|NOT_MET";

  /** Whether each goal was met, in their order; empty if none was answered. A goal without an answer between others counts as not set. */
  List<GoalsMet> goals() {
    var told = Stream.of(of(goalOneMet), of(goalTwoMet), of(goalThreeMet)).toList();
    int last = 0;
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) != GoalsMet.NOT_SET) {
        last = i + 1;
      }
    }
    return told.subList(0, last);
  }

  private static GoalsMet of(String code) {
    return Objects.requireNonNullElse(code, "").isEmpty() ? GoalsMet.NOT_SET : GoalsMet.valueOf(code);
  }

  /** The answers to measures by item id. */
  Map<String, String> closing() {
    var answers = new HashMap<String, String>();
    answers.put("lifeSatisfaction", lifeSatisfaction);
    answers.put("worthwhile", worthwhile);
    answers.put("happyYesterday", happyYesterday);
    answers.put("anxiousYesterday", anxiousYesterday);
    answers.put("copingConfidence", copingConfidence);
    answers.put("connection", connection);
    answers.put("selfManagement", selfManagement);
    answers.put("lackCompanionship", lackCompanionship);
    answers.put("leftOut", leftOut);
    answers.put("isolated", isolated);
    return answers;
  }
}
