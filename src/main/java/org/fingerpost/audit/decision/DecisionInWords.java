package org.fingerpost.audit.decision;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.audit.AuditWords;

/** Facts, conditions and answers of tables in one language; for the person it concerns without the codes behind the words. */
final class DecisionInWords {

  private static final Pattern CODE_BEHIND = Pattern.compile(" \\([A-Z][A-Z0-9_]*\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\]");
  private static final Map<String, String> COMPARISONS = Map.of("<", "below", "<=", "most", ">", "above", ">=", "least");

  private final AuditWords words;
  private final boolean plain;

  DecisionInWords(AuditWords words, boolean plain) {
    this.words = words;
    this.plain = plain;
  }

  /**
   * What a table asks, as a question.
   *
   * @param label the table's own words, for a fact that has none in the bundles; or {@code null}
   */
  String asked(String fact, String label) {
    return words.sayOr("audit.asked." + fact, label == null ? words.fact(fact) : label);
  }

  String answer(String output) {
    var said = words.fact(output);
    return said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1);
  }

  String value(String name, Object value) {
    var said = words.factValue(name, value);
    return plain ? CODE_BEHIND.matcher(said).replaceAll("") : said;
  }

  /** A condition of a rule: codes, flags, comparisons and ranges in words, anything else as it stands. */
  String condition(String fact, String written) {
    if (written.equals("true") || written.equals("false")) {
      return words.say("audit.flag." + written);
    }
    var compared = COMPARED.matcher(written.strip());
    if (compared.matches()) {
      return words.say("audit.explain.compared." + COMPARISONS.get(compared.group(1)), compared.group(2));
    }
    var range = RANGE.matcher(written.strip());
    if (range.matches()) {
      return words.say("audit.explain.compared.range", range.group(1), range.group(2));
    }
    var matcher = QUOTED.matcher(written.replaceAll("\\s*,\\s*", " " + words.say("audit.explain.or") + " "));
    var said = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(said, Matcher.quoteReplacement(value(fact, matcher.group(1))));
    }
    return matcher.appendTail(said).toString();
  }

  /** Why a rule is there, in the language of the page; {@code null} where nobody has said so in the bundles. */
  String because(String table, String rule, List<Map<String, Object>> answers) {
    return words.because(table, rule, answers.isEmpty() ? null : answers.get(0).get("reasonCode"));
  }

  /** What a person settled on. */
  String settled(String table, String code) {
    var said =
        switch (table) {
          case "kitemark-level" -> words.value("level", code);
          case "grant-award" -> words.sayOr("grants.decision." + code, words.value("proposal", code));
          case "grant-eligibility" -> words.value("outcome", code);
          default -> words.value("route", code);
        };
    return plain ? CODE_BEHIND.matcher(said).replaceAll("") : said;
  }
}
