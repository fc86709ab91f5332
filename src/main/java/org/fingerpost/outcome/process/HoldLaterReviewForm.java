package org.fingerpost.outcome.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.outcome.Scores;

/**
 * The answers of form {@code hold-later-review}. The last ten are the questions of all measures: a score, {@code PREFER_NOT_TO_SAY},
 * or {@code null} if not asked.
 *
 * @param channel how the attempt was made
 * @param result {@code TALKED}, {@code NOT_REACHED} or {@code DECLINED}
 * @param stillGoing code of {@link org.fingerpost.outcome.LaterReviews.StillGoing}; {@code null} unless they talked
 * @param howItIs in the person's words, or {@code null}
 * @param needsHelp whether the person needs help again; {@code null} is no
 */
record HoldLaterReviewForm(
    @NotNull(message = "{outcome.form.channel.required}")
        @Pattern(regexp = "PHONE|TEXT|EMAIL|LETTER|VIDEO|IN_PERSON", message = "{outcome.form.channel.required}")
        String channel,
    @NotNull(message = "{outcome.form.review.required}")
        @Pattern(regexp = "TALKED|NOT_REACHED|DECLINED", message = "{outcome.form.review.required}")
        String result,
    @Pattern(regexp = "YES|SOMETIMES|NO|ELSEWHERE|NOT_SAID", message = "{outcome.form.stillGoing.required}")
        String stillGoing,
    @Size(max = 4000, message = "{outcome.form.whatChanged.long}") String howItIs,
    Boolean needsHelp,
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

  /** The answers to measures by item id. */
  Map<String, String> answers() {
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
