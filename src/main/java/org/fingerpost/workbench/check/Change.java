package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.List;

/**
 * One difference between two versions of a model, said by the message {@code checks.change.<code>} (see {@link CheckWords}).
 *
 * @param elementId the step, arrow, row or field, by the id it has in both versions, or in the one that has it
 * @param elementName the element as its author named it; its id where it has no name
 * @param args what the sentence names beside the element, such as the value before and the value after
 */
public record Change(String elementId, String elementName, Kind kind, String code, List<String> args) {

  public Change {
    args = List.copyOf(args);
  }

  /** How the element differs; the drawing marks it so. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** The same, elsewhere: another place in the order of rules, or another place in the drawing. */
    MOVED
  }

  /** The arguments of the sentence: the element first. */
  Object[] words() {
    var words = new ArrayList<Object>();
    words.add(elementName);
    words.addAll(args);
    return words.toArray();
  }
}
