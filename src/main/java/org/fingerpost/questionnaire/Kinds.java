package org.fingerpost.questionnaire;

import java.util.List;
import java.util.Optional;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be applied for, and where. */
@Component
public class Kinds {

  private final ObjectProvider<ApplicationKind> kinds;
  private final Schemes schemes;

  Kinds(ObjectProvider<ApplicationKind> kinds, Schemes schemes) {
    this.kinds = kinds;
    this.schemes = schemes;
  }

  /** Who serves applications of a kind in a scheme; empty where it is not offered. */
  public Optional<ApplicationKind> offered(String kind, Scheme scheme) {
    return all(kind).stream().filter(known -> known.offered(scheme)).findFirst();
  }

  /** The schemes in which a kind is offered. */
  public List<Scheme> schemes(String kind) {
    return schemes.all().stream().filter(scheme -> offered(kind, scheme).isPresent()).toList();
  }

  /**
   * Who serves an application that was begun: also one from before the kind was switched off in its scheme.
   *
   * @throws IllegalStateException if nobody serves the kind
   */
  ApplicationKind serving(String kind, String schemeId) {
    return offered(kind, schemes.get(schemeId))
        .or(() -> all(kind).stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("Nothing here takes applications of the kind " + kind));
  }

  private List<ApplicationKind> all(String kind) {
    return kinds.orderedStream().filter(known -> known.kind().equals(kind)).toList();
  }
}
