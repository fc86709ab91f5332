package org.fingerpost.workbench.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.workbench.library.Outline.Line;
import org.springframework.stereotype.Component;

/** Models as they were read: a version never changes, so each is read once. */
@Component
class Readings {

  private final ModelVersions versions;
  private final Cache<String, Read> read = Caffeine.newBuilder().maximumSize(1_000).build();

  Readings(ModelVersions versions) {
    this.versions = versions;
  }

  Read of(ModelVersion version) {
    return of(List.of(version)).get(version.definitionId());
  }

  /** The readings by definition; those not read yet are fetched with one statement. */
  Map<String, Read> of(Collection<ModelVersion> wanted) {
    var found = new HashMap<String, Read>();
    var missing = wanted.stream().filter(version -> read.getIfPresent(version.contentId()) == null).toList();
    var contents = versions.contents(missing);
    for (ModelVersion version : wanted) {
      Read known = read.getIfPresent(version.contentId());
      if (known == null && contents.containsKey(version.definitionId())) {
        known = read(version, contents.get(version.definitionId()));
        read.put(version.contentId(), known);
      }
      if (known != null) {
        found.put(version.definitionId(), known);
      }
    }
    return found;
  }

  private static Read read(ModelVersion version, byte[] content) {
    return switch (version.kind()) {
      case PROCESS -> new Read(ProcessReading.of(content), Outline.of(content), null, null);
      case DECISION -> new Read(null, List.of(), DecisionReading.of(content, version.key()), null);
      case FORM -> new Read(null, List.of(), null, FormReading.of(content));
    };
  }

  /** What a model says; of the three readings, the one of its kind. */
  record Read(ProcessReading process, List<Line> outline, DecisionReading decision, FormReading form) {

    String purpose() {
      return process != null ? process.purpose() : decision != null ? decision.purpose() : form.guidance().english();
    }
  }
}
