package org.fingerpost.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what the engine did in the order of the flow. Many steps share a millisecond, and a called
 * process counts its steps from one again; so a step's place is the place of the call that it
 * belongs to, and then its own number in there.
 */
final class FlowOrder {

  /** A table is asked within a step, so it comes before the line that says the step is done. */
  private static final long DURING = 0;

  private static final long DONE = 1;

  private final Map<String, Step> stepsById = new HashMap<>();
  private final Map<String, Step> callsByCalled = new HashMap<>();

  /**
   * @param activityId the engine's id of the one passage through an element
   * @param processId the process instance it belongs to
   * @param number the engine's sequence counter within that instance
   * @param calledId the process instance it called, or {@code null}
   */
  void add(String activityId, String processId, long number, String calledId) {
    var step = new Step(processId, number);
    stepsById.put(activityId, step);
    if (calledId != null) {
      callsByCalled.put(calledId, step);
    }
  }

  List<Long> beginningOf(String processId) {
    return within(processId, Long.MIN_VALUE);
  }

  List<Long> endOf(String processId) {
    return within(processId, Long.MAX_VALUE);
  }

  List<Long> during(String activityId) {
    return place(activityId, DURING);
  }

  List<Long> done(String activityId) {
    return place(activityId, DONE);
  }

  private List<Long> place(String activityId, long moment) {
    var step = stepsById.get(activityId);
    return step == null ? List.of() : append(within(step.processId(), step.number()), moment);
  }

  private List<Long> within(String processId, long number) {
    var call = callsByCalled.get(processId);
    return append(call == null ? List.of() : within(call.processId(), call.number()), number);
  }

  private static List<Long> append(List<Long> path, long number) {
    var longer = new ArrayList<>(path);
    longer.add(number);
    return longer;
  }

  /** Compares place by place; a shorter one comes before what lies within it. */
  static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int difference = Long.compare(one.get(i), other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private record Step(String processId, long number) {}
}
