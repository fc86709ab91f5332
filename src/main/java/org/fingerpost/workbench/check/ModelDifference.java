package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fingerpost.platform.engine.ModelGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What differs between two versions of a model, in the order in which one would tell it: what is new, gone or different, then what
 * only stands elsewhere. Two versions that mean the same (other white space, another order in the file) have no differences.
 */
@Component
public class ModelDifference {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDifference.class);

  /**
   * The changes from one version to the other; empty when they mean the same.
   *
   * @param file the model's name, whose ending says what it is
   * @param before the version before, or {@code null} when the model is new
   * @param after the version after, or {@code null} when the model is dropped
   */
  public List<Change> between(String file, byte[] before, byte[] after) {
    String stem = Models.stem(file);
    if (before == null || after == null) {
      return before == null && after == null
          ? List.of()
          : List.of(
              before == null
                  ? new Change(stem, stem, Change.Kind.ADDED, "file-added", List.of())
                  : new Change(stem, stem, Change.Kind.REMOVED, "file-removed", List.of()));
    }
    if (Arrays.equals(before, after)) {
      return List.of();
    }
    // A draft may hold what the engine would not take; what is meant to harm a reader is not read here either.
    if (ModelGuard.unsafe(file, before).isEmpty() && ModelGuard.unsafe(file, after).isEmpty()) {
      try {
        synchronized (Models.LOCK) {
          return inOrder(changes(file, before, after));
        }
      } catch (RuntimeException | StackOverflowError e) {
        LOG.debug("{} cannot be compared", file, e);
      }
    }
    return List.of(new Change(stem, stem, Change.Kind.CHANGED, "file-changed", List.of()));
  }

  private static List<Change> changes(String file, byte[] before, byte[] after) {
    if (file.endsWith(".bpmn")) {
      return ProcessDifference.between(Models.process(before), Models.process(after));
    }
    if (file.endsWith(".dmn")) {
      return TableDifference.between(Models.decision(before), Models.decision(after));
    }
    return FormDifference.between(Models.form(before), Models.form(after));
  }

  private static List<Change> inOrder(List<Change> changes) {
    var ordered = new ArrayList<>(changes);
    ordered.sort(java.util.Comparator.comparing(change -> change.kind() == Change.Kind.MOVED));
    return ordered;
  }
}
