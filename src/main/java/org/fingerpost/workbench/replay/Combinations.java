package org.fingerpost.workbench.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Asks a table each combination of facts once, on every processor, so that a million decisions cost as many evaluations as they
 * differ. One evaluation has a limit of wall-clock time: past it the thread is interrupted and the whole run ends.
 */
final class Combinations {

  private static final int LOOK_EVERY_MS = 50;

  private final Function<Map<String, Object>, Said> table;
  private final Duration limit;
  private final int threads;

  Combinations(Function<Map<String, Object>, Said> table, Duration limit) {
    this(table, limit, Runtime.getRuntime().availableProcessors());
  }

  Combinations(Function<Map<String, Object>, Said> table, Duration limit, int threads) {
    this.table = table;
    this.limit = limit;
    this.threads = threads;
  }

  /**
   * @param progress hears how many are done, and ends the run by throwing
   * @return an answer for each combination, in their order
   * @throws TookTooLong if one evaluation took longer than the limit
   */
  List<Said> ask(List<Map<String, Object>> combinations, Progress progress) {
    var said = new Said[combinations.size()];
    var next = new AtomicInteger();
    var done = new AtomicInteger();
    var failure = new AtomicReference<RuntimeException>();
    // When the evaluation at hand began, by worker; 0 between two.
    var began = new AtomicLongArray(threads);
    var left = new CountDownLatch(threads);
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      int worker = i;
      var thread =
          new Thread(
              () -> {
                try {
                  int at = next.getAndIncrement();
                  while (at < said.length && !Thread.currentThread().isInterrupted()) {
                    began.set(worker, System.nanoTime());
                    said[at] = table.apply(combinations.get(at));
                    began.set(worker, 0);
                    done.incrementAndGet();
                    at = next.getAndIncrement();
                  }
                } catch (Throwable e) {
                  // FEEL throws more than it declares, also when it is interrupted.
                  failure.compareAndSet(null, new IllegalStateException("A combination could not be asked", e));
                } finally {
                  left.countDown();
                }
              },
              "replay-" + i);
      thread.setDaemon(true);
      // People at work come first.
      thread.setPriority(Thread.MIN_PRIORITY);
      workers.add(thread);
    }
    workers.forEach(Thread::start);
    try {
      while (!left.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        progress.reached(done.get());
        for (int i = 0; i < threads; i++) {
          long since = began.get(i);
          if (since != 0 && System.nanoTime() - since > limit.toNanos()) {
            throw new TookTooLong();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while past decisions were replayed", e);
    } finally {
      // Nobody is left behind: those at work stop at the end of what they are at, or at once where it can be interrupted.
      workers.forEach(Thread::interrupt);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    progress.reached(done.get());
    return Arrays.asList(said);
  }

  /** Hears how far a run is. */
  interface Progress {

    void reached(long done);
  }

  /** One evaluation took longer than a table of codes ever needs. */
  static final class TookTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TookTooLong() {
      super("One evaluation of the table took too long");
    }
  }
}
