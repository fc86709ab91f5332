package org.fingerpost.audit.proof;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the log is doing on this node. */
@Component
class LogState {

  private static final Logger LOG = LoggerFactory.getLogger(LogState.class);

  private volatile String trouble;
  private volatile boolean catchingUp;
  private volatile long lastGrown = System.nanoTime();

  /** Why the log does not go on: a code with words under {@code proof.trouble.}, or {@code null}. */
  String trouble() {
    return trouble;
  }

  void trouble(String code) {
    if (code != null && !code.equals(trouble)) {
      LOG.error("The audit log does not go on ({}). The page /audit/proof says what to do; entries are kept and follow later.", code);
    }
    trouble = code;
  }

  void grew(boolean full) {
    catchingUp = full;
    lastGrown = System.nanoTime();
  }

  /** Whether it works through many entries that were there before: then it is late, and nothing is wrong. */
  boolean isCatchingUp() {
    return catchingUp && System.nanoTime() - lastGrown < Duration.ofSeconds(30).toNanos();
  }
}
