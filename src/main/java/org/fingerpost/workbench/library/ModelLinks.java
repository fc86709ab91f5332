package org.fingerpost.workbench.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.workbench.library.Library.InForce;
import org.fingerpost.workbench.library.Library.Use;
import org.springframework.web.util.UriComponentsBuilder;

/** Where models stand in the library, and what they are called, as seen from a scheme. */
final class ModelLinks {

  private final InForce models;
  private final String schemeId;
  private final LibraryWords words;

  ModelLinks(InForce models, String schemeId, LibraryWords words) {
    this.models = models;
    this.schemeId = schemeId;
    this.words = words;
  }

  /** The address of the model in force for the scheme, or {@code null} if there is none. */
  public String to(ModelKind kind, String key) {
    if (models.find(kind, key, null).isEmpty() && models.find(kind, key, schemeId).isEmpty()) {
      return null;
    }
    return address(kind, key, schemeId);
  }

  static String address(ModelKind kind, String key, String schemeId) {
    return UriComponentsBuilder.fromPath("/workbench/models/{kind}/{key}")
        .queryParamIfPresent("scheme", Optional.ofNullable(schemeId))
        .buildAndExpand(kind.code(), key)
        .encode()
        .toUriString();
  }

  /** What the model is called. */
  public String name(ModelKind kind, String key) {
    return models
        .find(kind, key, schemeId)
        .or(() -> models.find(kind, key, null))
        .map(latest -> title(latest.version()))
        .orElse(key);
  }

  String title(ModelVersion version) {
    if (version.kind() == ModelKind.FORM) {
      return uses(version.key()).stream()
          .findFirst()
          .map(use -> words.element(use.step().id(), use.step().name()))
          .orElse(version.key());
    }
    return words.model(version.kind(), version.key(), version.name());
  }

  /** Where a form is filled in. */
  List<Use> uses(String form) {
    return models.formSteps().getOrDefault(form, List.of());
  }

  /** Whether the model's title could be said in English only. */
  boolean foreign(ModelVersion version) {
    String asInTheModel =
        version.kind() == ModelKind.FORM
            ? uses(version.key()).stream()
                .findFirst()
                .map(use -> use.step().name())
                .orElse(version.key())
            : Objects.toString(version.name(), version.key());
    return words.foreign(title(version), asInTheModel);
  }
}
