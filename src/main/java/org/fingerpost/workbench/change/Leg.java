package org.fingerpost.workbench.change;

import java.util.Map;

/**
 * One version of a process whose running instances move to another version.
 *
 * @param process id of the process
 * @param from the engine's id of the version they run on
 * @param to the engine's id of the version they move to
 * @param instead for steps that vanished: the step of the new version that stands for them
 */
public record Leg(String process, String from, int fromVersion, String to, int toVersion, Map<String, String> instead) {

  /** The same with steps that stand for those that vanished. */
  public Leg with(Map<String, String> mappings) {
    return new Leg(process, from, fromVersion, to, toVersion, Map.copyOf(mappings));
  }

  /** The way back: every mapping turned round. */
  Leg back() {
    var round = new java.util.TreeMap<String, String>();
    instead.forEach((before, after) -> round.put(after, before));
    return new Leg(process, to, toVersion, from, fromVersion, Map.copyOf(round));
  }
}
