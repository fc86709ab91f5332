package org.fingerpost.workbench.draft;

import java.util.List;
import org.fingerpost.platform.engine.ModelGuard.Refusal;

/** The content is too large, cannot be read, or would run code. The draft keeps what it had. */
public class ContentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  ContentRefused(List<Refusal> refusals) {
    super("Content refused: " + refusals);
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
