package org.fingerpost.workbench.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fingerpost.workbench.replay.DraftGraph.Kind;
import org.fingerpost.workbench.replay.DraftGraph.Node;

/**
 * Moves tokens through a draft process along the steps that a case really took. Conditions are not looked at: a case could follow
 * the draft if some choice at each gateway leads along its path. Gateways, and events that only throw, are passed in silence, so
 * one that was added or taken away changes nothing; a step that was added does, because the case never took it.
 */
final class TokenReplay {

  /** Choices at gateways that lie open at once; a person's journey has a handful. */
  private static final int MOST_MARKINGS = 2_000;

  /** Within one transaction of the engine, in milliseconds. */
  private static final long MOMENT = 5_000;

  private final DraftGraph draft;

  TokenReplay(DraftGraph draft) {
    this.draft = draft;
  }

  /**
   * A step as it was recorded.
   *
   * @param type as the engine names it
   * @param started in milliseconds, for the order
   * @param ended or {@code null} while it lasts
   * @param cancelled whether it was interrupted
   */
  record Recorded(String id, String name, String type, long started, Long ended, boolean cancelled) {}

  /** Why a case could not have followed. Words: {@code replay.because.<CODE>}. */
  enum Because {
    /** The draft has no such step. */
    NO_SUCH_STEP,
    /** The draft has the step, but not there. */
    NOT_THERE,
    /** The case ended where the draft goes on. */
    GOES_ON
  }

  /**
   * @param step the first step that the draft does not allow; for a case that ended too early, its last step
   * @param after the step before, or {@code null} at the beginning
   * @param expected what the draft would have had there, by id
   */
  record Deviation(String step, String name, String after, Because because, Set<String> expected) {}

  /**
   * @param deviation {@code null} for a case that could follow
   * @param passed ids of the draft's steps that were replayed
   */
  record Result(Deviation deviation, Set<String> passed) {}

  /**
   * @param path by start; the engine's order where two began in one millisecond
   * @param ended whether the case came to its own end, rather than being under way or broken off
   */
  Result replay(List<Recorded> path, boolean ended) {
    return new Run().replay(path, ended);
  }

  private final class Run {

    private Set<Marking> markings = Set.of(Marking.EMPTY);
    private final Map<String, List<Recorded>> taken = new HashMap<>();
    private final Set<String> passed = new LinkedHashSet<>();
    private String before;

    private Result replay(List<Recorded> path, boolean ended) {
      var open = new ArrayList<Recorded>();
      for (Recorded step : path) {
        if (isSilent(step)) {
          continue;
        }
        finish(open, step.started());
        var deviation = start(step);
        if (deviation != null) {
          return new Result(deviation, passed);
        }
        taken.computeIfAbsent(step.id(), id -> new ArrayList<>()).add(step);
        open.add(step);
        before = step.id();
      }
      finish(open, Long.MAX_VALUE);
      if (ended && before != null && markings.stream().noneMatch(this::canEnd)) {
        var last = draft.node(before);
        return new Result(
            new Deviation(before, last == null ? before : last.called(), before, Because.GOES_ON, expected()), passed);
      }
      return new Result(null, passed);
    }

    /** What is over by then lets its tokens go; within one moment the inner before the outer. */
    private void finish(List<Recorded> open, long by) {
      var over = new ArrayList<>(open.stream().filter(step -> step.ended() != null && step.ended() <= by).toList());
      over.sort(Comparator.comparing(Recorded::ended));
      for (Recorded step : over) {
        // A frame is over when everything in it is.
        if (draft.node(step.id()) != null && draft.node(step.id()).kind() == Kind.FRAME && by != Long.MAX_VALUE) {
          over.stream().filter(other -> other != step && open.contains(other) && inside(other, step)).forEach(other -> end(other));
        }
        if (open.remove(step)) {
          end(step);
        }
      }
    }

    private boolean inside(Recorded step, Recorded frame) {
      var node = draft.node(step.id());
      return node != null && draft.within(node.scope(), frame.id());
    }

    private void end(Recorded step) {
      var node = draft.node(step.id());
      if (node == null) {
        return;
      }
      String token = Marking.IN + node.id();
      each(
          marking -> {
            if (!marking.has(token)) {
              return List.of(marking);
            }
            var rest = marking.without(token);
            if (node.kind() == Kind.FRAME) {
              rest = clear(rest, node.id());
            }
            return step.cancelled() ? List.of(rest) : leave(rest, node);
          });
    }

    private Deviation start(Recorded step) {
      var node = draft.node(step.id());
      if (node == null) {
        return new Deviation(step.id(), step.name(), before, Because.NO_SUCH_STEP, expected());
      }
      Set<Marking> after =
          switch (node.kind()) {
            case START -> began(node);
            case EVENT_START -> beganBeside(node);
            case BOUNDARY -> broke(node, step);
            default -> node.waitsBeside() ? markings : entered(node);
          };
      if (after.isEmpty()) {
        return new Deviation(step.id(), node.called(), before, Because.NOT_THERE, expected());
      }
      markings = after;
      passed.add(step.id());
      return null;
    }

    private Set<Marking> began(Node node) {
      // The start of a frame went with the frame itself.
      return draft.key().equals(node.scope()) ? apply(marking -> marking.with(node.out())) : markings;
    }

    private Set<Marking> beganBeside(Node node) {
      String frame = node.scope();
      String around = draft.node(frame).scope();
      return apply(marking -> (node.interrupting() ? clear(marking, around) : marking).with(node.out()));
    }

    /** An event at the edge of a step that was being worked on at that moment. */
    private Set<Marking> broke(Node node, Recorded step) {
      boolean atWork =
          taken.getOrDefault(node.host(), List.of()).stream()
              .anyMatch(
                  host ->
                      host.started() <= step.started()
                          && (host.ended() == null
                              || host.ended() >= step.started()
                              // The engine ends the step first and begins the event a moment later.
                              || host.cancelled() && step.started() - host.ended() <= MOMENT));
      if (!atWork) {
        return Set.of();
      }
      return apply(
          marking -> {
            var rest = marking;
            if (node.interrupting()) {
              rest = clear(rest.without(Marking.IN + node.host()), node.host());
            }
            return rest.with(List.of(Marking.IN + node.id()));
          });
    }

    private Set<Marking> entered(Node node) {
      var after = new LinkedHashSet<Marking>();
      for (Marking marking : silently(markings)) {
        for (String flow : node.in()) {
          if (marking.has(flow)) {
            var inside = new ArrayList<>(List.of(Marking.IN + node.id()));
            if (node.kind() == Kind.FRAME) {
              inside.addAll(draft.begin(node.id()));
            }
            after.add(marking.without(flow).with(inside));
          }
        }
      }
      return after;
    }

    private Marking clear(Marking marking, String scope) {
      return marking.withoutAll(token -> draft.within(draft.scopeOf(token), scope));
    }

    private Set<Marking> apply(UnaryOperator<Marking> change) {
      var after = new LinkedHashSet<Marking>();
      markings.forEach(marking -> after.add(change.apply(marking)));
      return after;
    }

    private void each(Function<Marking, Collection<Marking>> change) {
      var after = new LinkedHashSet<Marking>();
      markings.forEach(marking -> after.addAll(change.apply(marking)));
      markings = after;
    }

    private boolean canEnd(Marking marking) {
      return silently(Set.of(marking)).stream().anyMatch(end -> end.tokens().isEmpty());
    }

    /** The steps that the draft would have here. */
    private Set<String> expected() {
      var expected = new TreeSet<String>();
      for (Marking marking : silently(markings)) {
        for (String token : marking.tokens()) {
          if (!token.startsWith(Marking.IN)) {
            var target = draft.target(token);
            if (target.kind() == Kind.STEP || target.kind() == Kind.FRAME) {
              expected.add(target.id());
            }
          }
        }
      }
      return expected;
    }
  }

  private static boolean isSilent(Recorded step) {
    return step.type().endsWith("Gateway") || step.type().endsWith("EndEvent") || step.type().contains("Throw");
  }

  private List<Marking> leave(Marking marking, Node node) {
    return node.chooses() && node.out().size() > 1 ? some(marking, node.out()) : List.of(marking.with(node.out()));
  }

  /** One marking for each choice of at least one way. */
  private static List<Marking> some(Marking marking, List<String> ways) {
    var all = new ArrayList<Marking>();
    for (int choice = 1; choice < 1 << Math.min(ways.size(), 6); choice++) {
      var chosen = new ArrayList<String>();
      for (int i = 0; i < ways.size(); i++) {
        if ((choice >> i & 1) == 1) {
          chosen.add(ways.get(i));
        }
      }
      all.add(marking.with(chosen));
    }
    return all;
  }

  /** Everything that can be reached without a step that would stand in a history. */
  private Set<Marking> silently(Set<Marking> from) {
    var reached = new LinkedHashSet<>(from);
    var todo = new ArrayDeque<>(from);
    while (!todo.isEmpty() && reached.size() < MOST_MARKINGS) {
      for (Marking next : moves(todo.poll())) {
        if (reached.add(next)) {
          todo.add(next);
        }
      }
    }
    return reached;
  }

  private List<Marking> moves(Marking marking) {
    var moves = new ArrayList<Marking>();
    for (String token : new HashSet<>(marking.tokens())) {
      if (token.startsWith(Marking.IN)) {
        continue;
      }
      var node = draft.target(token);
      var rest = marking.without(token);
      switch (node.kind()) {
        case ANY_ONE -> node.out().forEach(way -> moves.add(rest.with(List.of(way))));
        case THROW -> moves.addAll(leave(rest, node));
        case SOME -> {
          var joined = rest.withoutAll(other -> node.in().contains(other));
          moves.addAll(some(rest, node.out()));
          moves.addAll(some(joined, node.out()));
        }
        case ALL -> {
          if (node.in().stream().allMatch(marking::has)) {
            var joined = marking;
            for (String way : node.in()) {
              joined = joined.without(way);
            }
            moves.add(joined.with(node.out()));
          }
        }
        case END -> moves.add(rest);
        case END_OF_ALL -> moves.add(rest.withoutAll(other -> draft.within(draft.scopeOf(other), node.scope())));
        default -> {
          // a step waits until the history has it
        }
      }
    }
    return moves;
  }
}
