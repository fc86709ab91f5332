package org.fingerpost.kitemark;

import java.util.List;

/**
 * A decision about an application, in plain words of one language.
 *
 * @param organisation as it calls itself, or the reference
 * @param rounds each time it was assessed, the last one first
 */
public record ExplainedDecision(String reference, String schemeId, String organisation, String state, List<Round> rounds) {

  /**
   * One time that it was assessed; texts are {@code null} where there is nothing to say.
   *
   * @param stands whether this is the decision that stands
   */
  public record Round(
      int number,
      String kind,
      String proposedOn,
      String risk,
      String proposed,
      String mode,
      List<AskedTable> tables,
      List<String> missingFirst,
      List<String> missingLater,
      String appealWords,
      String decision,
      String level,
      String decidedOn,
      String assessor,
      String reason,
      String second,
      String secondReason,
      boolean stands,
      String appealUntil) {}

  /**
   * A table that was asked.
   *
   * @param rules why, row by row
   * @param facts what it was given
   */
  public record AskedTable(String key, String name, int version, boolean own, List<String> rules, List<String> facts) {}

  @Override
  public String toString() {
    return "ExplainedDecision[" + reference + "]";
  }
}
