package org.fingerpost.audit.proof;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Warns when acts wait longer than they should to be put into the log. Nobody is turned away for it: the product goes on. */
@Component("auditLog")
class LogHealth implements HealthIndicator {

  /** The longest an entry may wait. */
  static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  static final Status WARNING = new Status("WARNING");

  private final Sequencer sequencer;
  private final LogState state;
  private final Clock clock;

  LogHealth(Sequencer sequencer, LogState state, Clock clock) {
    this.sequencer = sequencer;
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Health health() {
    if (state.trouble() != null) {
      return Health.status(WARNING).withDetail("trouble", state.trouble()).build();
    }
    return isLate() ? Health.status(WARNING).withDetail("trouble", "LATE").build() : Health.up().build();
  }

  boolean isLate() {
    if (state.isCatchingUp()) {
      return false;
    }
    var waiting = sequencer.stillWaiting();
    return waiting.oldest() != null && waiting.oldest().isBefore(clock.instant().minus(LONGEST_DELAY));
  }
}
