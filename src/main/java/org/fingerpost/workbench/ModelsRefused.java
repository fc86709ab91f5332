package org.fingerpost.workbench;

import java.util.List;
import org.fingerpost.platform.engine.ModelGuard.Refusal;

/** Models that were not deployed, with every reason. Nothing has changed. */
public class ModelsRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  ModelsRefused(List<Refusal> refusals) {
    super("The models were not deployed. " + String.join(" ", refusals.stream().map(Refusal::toString).toList()));
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
