package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The differences found so far. */
final class Changes {

  private static final int LONGEST = 300;

  /** Stands for nothing: an empty cell, no form. */
  static final String NOTHING = "–";

  private final List<Change> all = new ArrayList<>();

  List<Change> all() {
    return all;
  }

  void add(Change.Kind kind, String id, String name, String code, Object... args) {
    all.add(
        new Change(
            String.valueOf(id),
            Findings.shortened(name == null || name.isBlank() ? String.valueOf(id) : name, 80),
            kind,
            code,
            Arrays.stream(args).map(Changes::said).toList()));
  }

  /** Told when the two differ: what it was, and what it is. */
  boolean compare(String id, String name, String code, String before, String after) {
    if (Objects.equals(blankAsNothing(before), blankAsNothing(after))) {
      return false;
    }
    add(Change.Kind.CHANGED, id, name, code, before, after);
    return true;
  }

  static String said(Object value) {
    String text = value == null ? "" : String.valueOf(value).strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? NOTHING : Findings.shortened(text, LONGEST);
  }

  private static String blankAsNothing(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }

  /**
   * Which of those in both lists stand in another order: all but the longest row of them that kept theirs, so that moving one is told
   * as one.
   */
  static Set<String> moved(List<String> before, List<String> after) {
    var kept = new LinkedHashSet<>(after);
    kept.retainAll(new HashSet<>(before));
    var order = new ArrayList<>(kept);
    int[] places = order.stream().mapToInt(before::indexOf).toArray();
    int[] length = new int[places.length];
    int[] previous = new int[places.length];
    int last = -1;
    for (int i = 0; i < places.length; i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (places[j] < places[i] && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (last < 0 || length[i] > length[last]) {
        last = i;
      }
    }
    var moved = new LinkedHashSet<>(order);
    for (int i = last; i >= 0; i = previous[i]) {
      moved.remove(order.get(i));
    }
    return moved;
  }
}
