package org.fingerpost.workbench.change;

import java.util.List;
import java.util.Map;

/**
 * What the engine proposes for moving from one version of a process to another.
 *
 * @param same steps that both versions have
 * @param vanished steps that the new version lacks
 * @param added steps that only the new version has
 */
public record MoveProposal(List<Standing> same, List<Vanished> vanished, List<Step> added) {

  /** A step of a model. */
  public record Step(String id, String name) {}

  /** A step and how many stand there. */
  public record Standing(String id, String name, int many) {}

  /**
   * A step that the new version lacks.
   *
   * @param options steps of the new version that may stand for it, id to name
   */
  public record Vanished(String id, String name, int many, Map<String, String> options) {}
}
