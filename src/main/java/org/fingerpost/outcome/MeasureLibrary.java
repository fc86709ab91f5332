package org.fingerpost.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.outcome.Measure.LicenceState;
import org.springframework.core.io.Resource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every measure that is described, by id and version. Those on the class path ship with Fingerpost, and carry words only if their
 * licence lets everybody show them; a licensed one gets its words from a folder of the organisation that holds the licence.
 */
final class MeasureLibrary {

  private static final String SHIPPED = "classpath*:measures/*.yaml";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Map<String, Measure> current = new TreeMap<>();
  private final Map<String, Measure> byVersion = new TreeMap<>();

  private MeasureLibrary() {}

  /** What ships with Fingerpost. */
  static MeasureLibrary shipped() {
    var library = new MeasureLibrary();
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        var measure = read(file);
        if (measure.licence().state() == LicenceState.LICENCE_NEEDED
            && measure.items().stream().anyMatch(item -> item.wording() != null)) {
          throw new IllegalStateException(
              "Measure " + measure.id() + " needs a licence and cannot be shipped with its wording");
        }
        library.add(file, measure);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The measures cannot be listed", e);
    }
    return library;
  }

  /** What ships with Fingerpost, and in its place or beside it what lies in a folder. */
  static MeasureLibrary with(Path folder) {
    var library = shipped();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        var resource = new FileSystemResource(file);
        library.add(resource, read(resource));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The measures in " + folder + " cannot be read", e);
    }
    return library;
  }

  private static Measure read(Resource file) {
    try (var in = file.getInputStream()) {
      return YAML.readValue(in, Measure.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Measure " + file.getFilename() + " cannot be read", e);
    }
  }

  private void add(Resource file, Measure measure) {
    if (measure.licence().state() == LicenceState.FREE && !measure.worded()) {
      throw new IllegalStateException("Measure " + measure.id() + " lacks the words of a question in English or Welsh");
    }
    String name = file.getFilename();
    if ((measure.id() + ".yaml").equals(name)) {
      current.put(measure.id(), measure);
    } else if (!(measure.id() + "." + measure.version() + ".yaml").equals(name)) {
      throw new IllegalStateException(
          "Call the file %s %s.yaml, or %s.%s.yaml for an earlier version"
              .formatted(name, measure.id(), measure.id(), measure.version()));
    }
    byVersion.put(key(measure.id(), measure.version()), measure);
  }

  private static String key(String id, String version) {
    return id + "@" + version;
  }

  /** The version that is asked today. */
  Optional<Measure> current(String id) {
    return Optional.ofNullable(current.get(id));
  }

  /** All that are asked today, by id. */
  Collection<Measure> all() {
    return current.values();
  }

  /**
   * The version that somebody answered.
   *
   * @throws IllegalStateException if its file was taken away
   */
  Measure version(String id, String version) {
    var measure = byVersion.get(key(id, version));
    if (measure == null) {
      throw new IllegalStateException(
          "Somebody answered %s in version %s; put measures/%s.%s.yaml back".formatted(id, version, id, version));
    }
    return measure;
  }
}
