package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.workbench.ModelBundle;

/** The project's models as a bundle, and what is found when one of them is changed. */
final class Bundles {

  private static final ModelChecks CHECKS = ModelChecks.withoutEngine();

  private Bundles() {}

  /** All shared models by name. */
  static TreeMap<String, byte[]> shared() {
    var files = new TreeMap<String, byte[]>();
    Stream.of(ModelFiles.processes(), ModelFiles.decisions(), ModelFiles.forms())
        .flatMap(List::stream)
        .filter(file -> file.getNameCount() == 2)
        .forEach(file -> files.put(file.toString().replace('\\', '/'), ModelFiles.text(file).getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  static String text(String name) {
    return ModelFiles.text(Path.of(name));
  }

  static String broken(String name, String from, String to) {
    String text = text(name);
    assertThat(text).as("%s still holds what this example breaks", name).contains(from);
    return text.replace(from, to);
  }

  static List<Finding> found(String name, String text) {
    return found(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Finding> found(String name, byte[] bytes) {
    var files = shared();
    files.put(name, bytes);
    return CHECKS.check(new ModelBundle(null, files), Set.of(name));
  }

  static String said(Finding finding, String language) {
    return new MessageFormat(words("checks." + finding.code(), language)).format(finding.words());
  }

  static String said(Change change, String language) {
    return new MessageFormat(words("checks.change." + change.code(), language)).format(change.words());
  }

  private static String words(String key, String language) {
    return ResourceBundle.getBundle("messages/checks_" + language, Locale.ROOT).getString(key);
  }
}
