package org.fingerpost.platform;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the work of the day, and looks again every now and then, so that a machine that was off at night misses nothing. Several
 * nodes may do this at once.
 */
@Component
public class DailyRounds {

  private static final Logger LOG = LoggerFactory.getLogger(DailyRounds.class);

  private final List<DailyWork> works;

  DailyRounds(List<DailyWork> works) {
    this.works = works;
  }

  @Scheduled(
      initialDelayString = "${fingerpost.daily-work-interval:PT15M}",
      fixedDelayString = "${fingerpost.daily-work-interval:PT15M}")
  void round() {
    now();
  }

  /** Begins what is due, now. One kind of work that fails does not keep the others from beginning. */
  public int now() {
    int begun = 0;
    for (DailyWork work : works) {
      try {
        begun += work.begin();
      } catch (RuntimeException e) {
        // Its text may quote a row; what and where is enough to look it up.
        LOG.error("{} could not be done: {}", work.getClass().getSimpleName(), e.getClass().getSimpleName());
      }
    }
    return begun;
  }
}
