package org.fingerpost.models;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.check.ModelChecks;

/**
 * What the workbench finds in a model of the project, in words. The tests of the project's models and the checks that managers meet
 * are the same code.
 */
final class WhatIsFound {

  /** Known and meant: told to managers, and not put right here. */
  private static final Set<String> MEANT = Set.of("path-loop-table");

  private static final ModelChecks CHECKS = ModelChecks.withoutEngine();
  private static final Map<String, byte[]> SHARED = shared();

  private WhatIsFound() {}

  static List<Finding> in(Path file) {
    return in(file.toString(), ModelFiles.text(file));
  }

  /** In a file with this name and text, among all the others. */
  static List<Finding> in(String path, String text) {
    var files = new TreeMap<>(SHARED);
    String[] parts = path.replace('\\', '/').split("/");
    String name = parts[0] + "/" + parts[parts.length - 1];
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    String scheme = parts.length == 3 ? parts[1] : null;
    return CHECKS.check(new ModelBundle(scheme, files), Set.of(name)).stream()
        .filter(finding -> !MEANT.contains(finding.code()))
        .map(Finding::of)
        .toList();
  }

  private static Map<String, byte[]> shared() {
    var files = new TreeMap<String, byte[]>();
    Stream.of(ModelFiles.processes(), ModelFiles.decisions(), ModelFiles.forms())
        .flatMap(List::stream)
        .filter(file -> file.getNameCount() == 2)
        .forEach(file -> files.put(file.toString().replace('\\', '/'), ModelFiles.text(file).getBytes(StandardCharsets.UTF_8)));
    return files;
  }
}
