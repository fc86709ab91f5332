package org.fingerpost.conversation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.outcome.Scores;

/**
 * The answers of form {@code hold-conversation}. Importance and confidence are 1 to 10. The last four are ONS4: 0 to
 * 10, {@code PREFER_NOT_TO_SAY}, or {@code null} if not asked.
 */
record HoldConversationForm(
    @NotBlank(message = "{conversation.form.whatMatters.required}")
        @Size(max = 4000, message = "{conversation.form.text.long}")
        String whatMatters,
    @Size(max = 4000, message = "{conversation.form.text.long}") String strengths,
    @NotBlank(message = "{conversation.form.goalOne.required}")
        @Size(max = 1000, message = "{conversation.form.goal.long}")
        String goalOne,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalOneImportance,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalOneConfidence,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalOneAction,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalTwo,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalTwoImportance,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalTwoConfidence,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalTwoAction,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String lifeSatisfaction,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String worthwhile,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String happyYesterday,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String anxiousYesterday) {

  /** The answers to ONS4 by item id. */
  Map<String, String> baseline() {
    var answers = new HashMap<String, String>();
    answers.put("lifeSatisfaction", lifeSatisfaction);
    answers.put("worthwhile", worthwhile);
    answers.put("happyYesterday", happyYesterday);
    answers.put("anxiousYesterday", anxiousYesterday);
    return answers;
  }
}
