package org.fingerpost.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.audit.CasePaths.Passage;
import org.fingerpost.audit.ProcessFlows.Flow;

/**
 * Which arrows a case went by. The engine records the steps and not the arrows between them, so they are worked out: every step that was
 * left gives one token, every step that was begun took one, and where only one step that was left before can have given it, by one
 * arrow, that is the arrow. Where two could have, none is claimed.
 */
final class ArrowsTaken {

  /** What gives its token to one of its arrows only; everything else may give one to each. */
  private static final Set<String> ONE_OF_SEVERAL = Set.of("exclusiveGateway", "eventBasedGateway");

  private static final String BODY = "#multiInstanceBody";

  private ArrowsTaken() {}

  /**
   * @param path in the order in which the steps were begun
   * @param definitionId the version whose arrows these are; steps of another version have none in it
   * @return by the id of each step that was begun by an arrow: that arrow, or empty where the record does not say for certain which
   */
  static Map<String, Optional<Flow>> of(List<Passage> path, ProcessFlows flows, String definitionId) {
    var taken = new HashMap<String, Optional<Flow>>();
    var spent = new HashSet<String>();
    var bodies = new HashSet<String>();
    var before = new ArrayList<Passage>();
    for (var passage : path) {
      if (passage.element().id().endsWith(BODY)) {
        bodies.add(passage.id());
      }
      var into = flows.into(element(passage));
      // A step that is done several times is begun by its body, not by an arrow.
      if (passage.definitionId().equals(definitionId) && !into.isEmpty() && !bodies.contains(passage.scope())) {
        var given = givers(passage, into, before, spent, definitionId);
        taken.put(passage.id(), given.size() == 1 ? Optional.of(given.get(0).flow()) : Optional.empty());
        // What may have been given here is not claimed again later.
        given.forEach(one -> spent.add(one.mark()));
      }
      before.add(passage);
    }
    return taken;
  }

  private static List<Given> givers(
      Passage begun, List<Flow> into, List<Passage> before, Set<String> spent, String definitionId) {
    var given = new ArrayList<Given>();
    for (var flow : into) {
      for (var left : before) {
        if (element(left).equals(flow.from())
            && left.scope().equals(begun.scope())
            && left.definitionId().equals(definitionId)
            && !left.stopped()
            && left.to() != null
            && !left.to().isAfter(begun.from())) {
          var one = new Given(left, flow);
          if (!spent.contains(one.mark())) {
            given.add(one);
          }
        }
      }
    }
    return given;
  }

  private static String element(Passage passage) {
    var id = passage.element().id();
    return id.endsWith(BODY) ? id.substring(0, id.length() - BODY.length()) : id;
  }

  private record Given(Passage by, Flow flow) {

    String mark() {
      return ONE_OF_SEVERAL.contains(by.element().type()) ? by.id() : by.id() + " " + flow.id();
    }
  }
}
