package org.fingerpost.benchmark;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Times the steps of a journey from several threads. Durations are nanoseconds inside, milliseconds
 * outside.
 */
final class Stopwatch {

  private final Map<String, Queue<Long>> nanosByStep =
      Collections.synchronizedMap(new LinkedHashMap<>());

  <T> T time(String step, Supplier<T> work) {
    long from = System.nanoTime();
    T result = work.get();
    nanosByStep
        .computeIfAbsent(step, s -> new ConcurrentLinkedQueue<>())
        .add(System.nanoTime() - from);
    return result;
  }

  void time(String step, Runnable work) {
    time(
        step,
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * One line per step, in the order in which the steps were first met: {@code receive 12.3 / 31.0}.
   */
  String lines() {
    var lines = new StringBuilder();
    nanosByStep.forEach(
        (step, nanos) ->
            lines.append(
                String.format(
                    Locale.ROOT,
                    "  %-14s p50 %7.1f ms   p95 %7.1f ms   (%d)%n",
                    step,
                    percentile(nanos, 50),
                    percentile(nanos, 95),
                    nanos.size())));
    return lines.toString();
  }

  /** The smallest value that at least {@code percent} of all do not exceed, in milliseconds. */
  static double percentile(Collection<Long> nanos, int percent) {
    var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }
}
