package org.fingerpost.conversation.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.outcome.Scores;

/**
 * The answers of form {@code hold-conversation}: what is agreed so far, and whether they meet again. All may be {@code null}; what
 * must be there depends on what else is ({@code MeetingRules}). Importance and confidence are 1 to 10, days are ISO dates, who and
 * where are codes, and questions of measures are a score, {@code PREFER_NOT_TO_SAY}, or {@code null} if not asked.
 *
 * @param meetAgain whether they meet again before choosing; then on {@code nextMeetingOn}
 */
record HoldConversationForm(
    @Size(max = 4000, message = "{conversation.form.text.long}") String likesAndWants,
    @Size(max = 4000, message = "{conversation.form.text.long}") String whatMatters,
    @Size(max = 4000, message = "{conversation.form.text.long}") String strengths,
    @Size(max = 4000, message = "{conversation.form.text.long}") String peopleWhoMatter,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalOne,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalOneImportance,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalOneConfidence,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalOneAction,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalOneActionWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalOneActionBy,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalOneNext,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalOneNextWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalOneNextBy,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalTwo,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalTwoImportance,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalTwoConfidence,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalTwoAction,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalTwoActionWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalTwoActionBy,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalTwoNext,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalTwoNextWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalTwoNextBy,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalThree,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalThreeImportance,
    @Min(value = 1, message = "{conversation.form.scale}") @Max(value = 10, message = "{conversation.form.scale}")
        Integer goalThreeConfidence,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalThreeAction,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalThreeActionWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalThreeActionBy,
    @Size(max = 1000, message = "{conversation.form.goal.long}") String goalThreeNext,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String goalThreeNextWho,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String goalThreeNextBy,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String lifeSatisfaction,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String worthwhile,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String happyYesterday,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String anxiousYesterday,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String copingConfidence,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String connection,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String selfManagement,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String lackCompanionship,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String leftOut,
    @Pattern(regexp = Scores.ANSWER, message = "{outcome.form.score}") String isolated,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String place,
    Boolean meetAgain,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String nextMeetingOn,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String nextPlace,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String pets,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String otherPeople,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String weaponsOrViolence,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String access,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String parking,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String smoke,
    @Size(max = 2000, message = "{conversation.form.note.long}") String homeNote,
    @Pattern(regexp = HoldConversationForm.CODE, message = "{conversation.form.choice}") String agreedWith,
    @Pattern(regexp = HoldConversationForm.DAY, message = "{conversation.form.day}") String reviewOn) {

  static final String CODE = "|[A-Z_]{1,64}";
  static final String DAY = "|[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /** The answers to measures by item id. */
  Map<String, String> baseline() {
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
