package org.fingerpost.conversation;

import java.util.List;
import org.fingerpost.platform.Language;

/**
 * A plan as the person reads it, in one language: the same on the page, by link and on paper. Headings and dates are in words; what
 * the person said stands as it was written down.
 *
 * @param version number of the meeting that it comes from
 * @param date day of that meeting, in words
 * @param parts what was said, in order; only what there is
 * @param agreed one sentence, or {@code null}
 * @param review one sentence, or {@code null}
 */
public record WrittenPlan(
    String reference,
    Language language,
    String schemeName,
    String personName,
    int version,
    String date,
    List<Part> parts,
    List<GoalPart> goals,
    String agreed,
    String review) {

  /** A heading and what was said. */
  public record Part(String heading, String text) {}

  /**
   * @param heading such as "Goal 1"
   * @param scores how important and how confident, one sentence each
   * @param steps one sentence each
   */
  public record GoalPart(String heading, String text, List<String> scores, List<String> steps) {}

  @Override
  public String toString() {
    return "WrittenPlan[" + reference + ", version " + version + "]";
  }
}
