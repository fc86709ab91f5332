package org.fingerpost.workbench.replay;

import java.util.List;
import java.util.Map;
import org.fingerpost.platform.RecordedGroups;

/**
 * What a replay of decisions found, in true numbers: they leave this package as small counts only.
 *
 * @param decisions how many decisions there are in the period
 * @param combinations how many distinct combinations of facts they have, which is how often the table was asked
 * @param changed how many would be answered otherwise
 * @param failed how many the draft cannot answer, because more rows fit than its hit policy allows
 * @param missing by fact that the draft asks for: how many decisions were kept without it; a decision may lack several
 * @param notReplayed how many lack one or more facts
 * @param compared outputs that both tables have
 * @param onlyDraft outputs of the draft that were not there then; not compared
 * @param onlyThen outputs that the draft no longer has; not compared
 * @param flows from one answer to another
 * @param rules from one row to another, among the decisions that would change
 * @param groups how many were replayed and would change, by group
 * @param ofReferrals whether the decisions are about referrals, of whose people groups are known
 * @param listed how many are in the list of references; the rest is only counted
 * @param millis how long it took
 */
record DecisionFindings(
    long decisions,
    long combinations,
    long changed,
    long failed,
    Map<String, Long> missing,
    long notReplayed,
    List<String> compared,
    List<String> onlyDraft,
    List<String> onlyThen,
    List<Flow> flows,
    List<RuleFlow> rules,
    List<GroupCount> groups,
    boolean ofReferrals,
    int listed,
    long millis) {

  /**
   * @param from answers then, by output; several where the table collects, none where no row answered
   * @param to answers of the draft; {@code null} where it cannot answer
   */
  record Flow(List<Map<String, Object>> from, List<Map<String, Object>> to, long count) {}

  /**
   * @param from ids of the rows that answered then
   * @param to ids of the draft's rows
   */
  record RuleFlow(List<String> from, List<String> to, long count) {}

  /**
   * @param by what is counted by; {@code null} for the scheme
   * @param schemeId whose codes these are; {@code null} where codes are everybody's
   * @param code {@code null} for what is not known
   */
  record GroupCount(RecordedGroups.By by, String schemeId, String code, long replayed, long changed) {}

  long replayed() {
    return decisions - notReplayed;
  }
}
