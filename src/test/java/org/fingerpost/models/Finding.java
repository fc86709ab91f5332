package org.fingerpost.models;

import static java.util.stream.Collectors.joining;

import java.util.List;

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
