package org.fingerpost.workbench.check;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What differs between two versions of a model, in the order in which one would tell it. */
@Component
public class ModelDifference {

  /**
   * The changes from one version to the other; empty when they mean the same.
   *
   * @param file the model's name, whose ending says what it is
   * @param before the version before, or {@code null} when the model is new
   * @param after the version after, or {@code null} when the model is dropped
   */
  public List<Change> between(String file, byte[] before, byte[] after) {
    if (before == null) {
      return List.of(new Change(file, file, Change.Kind.ADDED, "file.added", List.of()));
    }
    if (after == null) {
      return List.of(new Change(file, file, Change.Kind.REMOVED, "file.removed", List.of()));
    }
    return Arrays.equals(before, after)
        ? List.of()
        : List.of(new Change(file, file, Change.Kind.CHANGED, "file.changed", List.of()));
  }
}
