package org.fingerpost.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One time for our code and the engine, so that moving the clock in a demo or a test moves both. */
@Configuration(proxyBeanMethods = false)
public class EngineClock {

  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static Duration ahead = Duration.ZERO;

  public static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock forward from where it stands. Negative durations are refused: time that has passed has passed. */
  public static synchronized void moveBy(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock moves forward only");
    }
    ahead = ahead.plus(duration);
    ClockUtil.offset(ahead.toMillis());
  }

  /**
   * Puts the clock to an instant, also one that has passed, from where it goes on. For a simulated history only, and before its first
   * referral.
   */
  public static synchronized void standAt(Instant instant) {
    ahead = Duration.between(Instant.now(), instant);
    ClockUtil.offset(ahead.toMillis());
  }

  /** How far the clock is ahead of the wall; negative only while a history is simulated. */
  public static synchronized Duration ahead() {
    return ahead;
  }

  public static synchronized void reset() {
    ahead = Duration.ZERO;
    ClockUtil.reset();
  }

  /** A clock bound to the engine's, in Europe/London. */
  @Bean
  Clock clock() {
    return new Bound(LONDON);
  }

  /**
   * Runs every job that is due, also those that running one makes due.
   *
   * @return how many ran
   * @throws ProcessEngineException when a job fails, with its cause
   */
  public static int runDueJobs(ManagementService management) {
    int ran = 0;
    for (int round = 0; round < 100; round++) {
      var due = management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 50);
      if (due.isEmpty()) {
        return ran;
      }
      for (var job : due) {
        if (management.createJobQuery().jobId(job.getId()).count() == 1) {
          management.executeJob(job.getId());
          ran++;
        }
      }
    }
    throw new IllegalStateException("Jobs keep becoming due without end; look for a loop without a wait");
  }

  private static final class Bound extends Clock {

    private final ZoneId zone;

    private Bound(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Bound(other);
    }

    @Override
    public Instant instant() {
      return now();
    }
  }
}
