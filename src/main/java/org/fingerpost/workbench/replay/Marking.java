package org.fingerpost.workbench.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where the tokens of one case lie: on a flow, by its id, or in a step that is being worked on. Equal markings are equal.
 *
 * @param tokens sorted; the same one may be there twice
 */
record Marking(List<String> tokens) {

  /** Before the id of a step that is being worked on. */
  static final String IN = "in:";

  static final Marking EMPTY = new Marking(List.of());

  boolean has(String token) {
    return tokens.contains(token);
  }

  Marking without(String token) {
    var left = new ArrayList<>(tokens);
    left.remove(token);
    return new Marking(List.copyOf(left));
  }

  Marking withoutAll(Predicate<String> which) {
    return new Marking(tokens.stream().filter(which.negate()).toList());
  }

  Marking with(Collection<String> more) {
    var all = new ArrayList<>(tokens);
    all.addAll(more);
    Collections.sort(all);
    return new Marking(List.copyOf(all));
  }
}
