package org.fingerpost.audit.decision;

import java.util.List;

/**
 * A decision explained in one language, ready for a page or for paper. For the person it concerns it names no member of staff and
 * shows no code.
 *
 * @param table what the table is called, with its version
 * @param deployed who put this version in force, when and why, in sentences
 * @param provenance whether the version is the one that was deployed; {@code null} on paper for the person
 * @param settled what a person made of it, in sentences; empty where nobody had to
 * @param otherwise what would have been needed for another answer; empty where that cannot be said simply and exactly
 */
record ExplainedDecision(
    String id,
    String reference,
    String path,
    String casename,
    boolean forPerson,
    String language,
    String table,
    String tableId,
    String decidedAt,
    List<String> deployed,
    String provenance,
    List<Line> facts,
    List<Rule> rules,
    List<Line> answers,
    List<String> settled,
    boolean reasonKept,
    List<String> otherwise) {

  record Line(String label, String value) {}

  /**
   * @param because the reason in the language of the page, or {@code null}
   * @param annotation the words that stand beside the rule in the table, or {@code null}
   * @param conditions what the rule asks, in words
   */
  record Rule(String id, String title, String because, String annotation, List<String> conditions) {}
}
