package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing found in a model, said by the message {@code checks.<code>} (see {@link CheckWords}).
 *
 * @param file the model, {@code dmn/referral-route.dmn}
 * @param elementId the step, arrow, row, column, field; the file's own name where the whole file is meant
 * @param elementName the element as its author named it; its id where it has no name
 * @param code which check found it; stable, so that examples and audits may refer to it
 * @param args what the sentence names beside the element
 */
public record Finding(
    Severity severity, String file, String elementId, String elementName, String code, List<String> args) {

  public Finding {
    args = List.copyOf(args);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The arguments of the sentence: the element first. */
  Object[] words() {
    var words = new ArrayList<Object>();
    words.add(elementName);
    words.addAll(args);
    return words.toArray();
  }
}
