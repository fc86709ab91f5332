package org.fingerpost.models;

import static java.util.stream.Collectors.joining;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.fingerpost.workbench.check.Check;

/**
 * Something in a model that breaks a rule of {@code src/docs/models/style.md}, said to somebody who
 * edits models and not Java.
 *
 * @param file path from the project's root
 * @param element id of the element, or the file's name where the whole file is meant
 * @param rule number of the rule on the style page
 * @param advice what is wrong and how to put it right
 */
record Finding(String file, String element, int rule, String advice) {

  private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/checks_en");

  /** What the workbench finds, in English. */
  static Finding of(org.fingerpost.workbench.check.Finding found) {
    var words = new ArrayList<String>();
    words.add(found.elementName());
    words.addAll(found.args());
    String sentence = new MessageFormat(WORDS.getString("checks." + found.code())).format(words.toArray());
    return new Finding(found.file(), found.elementId(), Check.ruleOf(found), sentence);
  }

  @Override
  public String toString() {
    return "%s   %s%n  %s   (rule %d, src/docs/models/style.md)"
        .formatted(file, element, advice, rule);
  }

  /** All findings as one text for a test's failure; empty if there are none. */
  static String list(List<Finding> findings) {
    return findings.stream().map(finding -> "\n" + finding).collect(joining("\n"));
  }
}
