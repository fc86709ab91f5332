package org.fingerpost.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Actor;

/**
 * One line of a case's story, still in codes: {@link StoryTeller} puts it into words.
 *
 * @param anchor id of the line on the page, the same on every visit
 * @param at when it happened
 * @param order what comes first among lines of the same millisecond; compared with {@link
 *     FlowOrder#compare}
 * @param code the act for {@link Happening#ACT}, the purpose for messages, the table's key for
 *     decisions, otherwise {@code null}
 * @param who who did it, or {@code null} where the model alone went on
 * @param element where in the model, or {@code null}
 * @param model which process in which version, or {@code null}
 * @param details codes, ids, counts and dates by name, in reading order; never {@code null}
 */
record StoryLine(
    String anchor,
    Instant at,
    List<Long> order,
    Happening happening,
    String code,
    Actor who,
    Element element,
    Model model,
    Map<String, Object> details) {

  /**
   * By time; within a millisecond acts come first, then messages, then what the engine made of them
   * in the order of the flow.
   */
  static final Comparator<StoryLine> AS_IT_HAPPENED =
      Comparator.<StoryLine, Instant>comparing(line -> line.at().truncatedTo(ChronoUnit.MILLIS))
          .thenComparing(StoryLine::rank)
          .thenComparing(StoryLine::order, FlowOrder::compare)
          .thenComparing(StoryLine::anchor);

  private int rank() {
    return switch (happening) {
      case ACT -> 0;
      case MESSAGE_WRITTEN, MESSAGE_SENT, MESSAGE_REMOVED -> 1;
      default -> 2;
    };
  }

  /**
   * An element of a model.
   *
   * @param name the words on the diagram; {@code null} where it has none
   * @param type the engine's type, e.g. {@code userTask}
   */
  record Element(String id, String name, String type) {}

  /**
   * A process definition, exactly as it ran.
   *
   * @param key the process id, which is also its file's stem
   * @param name the words in the model; {@code null} where it has none
   * @param version counted by the engine from 1; 0 where the definition is no longer kept
   * @param versionTag the author's version, or {@code null}
   */
  record Model(String key, String name, int version, String versionTag) {}

  /**
   * Turns an id of the engine or of a table into something that can stand in an address after the
   * hash sign.
   */
  static String anchor(String kind, Object id, String moment) {
    var safe = String.valueOf(id).replaceAll("[^A-Za-z0-9_-]", "-");
    return kind + "-" + safe + (moment.isEmpty() ? "" : "-" + moment);
  }
}
