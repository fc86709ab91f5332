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
      var old = Models.process(before);
      var now = Models.process(after);
      return withDetails(file, ProcessDifference.between(old, now), Meaning.of(old), Meaning.of(now));
    }
    if (file.endsWith(".dmn")) {
      var old = Models.decision(before);
      var now = Models.decision(after);
      return withDetails(file, TableDifference.between(old, now), Meaning.of(old), Meaning.of(now));
    }
    var old = Models.form(before);
    var now = Models.form(after);
    return withDetails(file, FormDifference.between(old, now), lines(old), lines(now));
  }

  private static List<String> lines(com.fasterxml.jackson.databind.JsonNode form) {
    return form.toPrettyString().lines().map(String::strip).toList();
  }

  /** Two versions without a difference mean the same: what nothing above has a name for is told as the file has it. */
  private static List<Change> withDetails(String file, List<Change> changes, List<String> before, List<String> after) {
    boolean told = changes.stream().anyMatch(change -> change.kind() != Change.Kind.MOVED);
    if (told || before.equals(after) || changes.stream().anyMatch(change -> change.code().matches("row-moved|field-moved"))) {
      return changes;
    }
    var gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    var come = new ArrayList<>(after);
    before.forEach(come::remove);
    var all = new Changes();
    String stem = Models.stem(file);
    if (gone.isEmpty() && come.isEmpty()) {
      // The same in another order: arrows and steps of a process may be listed as one likes, cells and columns may not.
      if (file.endsWith(".bpmn")) {
        return changes;
      }
      all.add(Change.Kind.CHANGED, stem, stem, "order");
    } else {
      all.add(Change.Kind.CHANGED, stem, stem, "detail", gone.isEmpty() ? "" : gone.get(0), come.isEmpty() ? "" : come.get(0));
    }
    all.all().addAll(changes);
    return all.all();
  }

  private static List<Change> inOrder(List<Change> changes) {
    var ordered = new ArrayList<>(changes);
    ordered.sort(java.util.Comparator.comparing(change -> change.kind() == Change.Kind.MOVED));
    return ordered;
  }
}
