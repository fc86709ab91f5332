package org.fingerpost.intake.receiving;

import java.time.Duration;
import org.fingerpost.platform.web.AddressShares;
import org.springframework.stereotype.Component;

/** What one address may send and ask. */
@Component
public class RateLimits {

  private final IntakeSettings settings;
  private final AddressShares shares = new AddressShares();

  public RateLimits(IntakeSettings settings) {
    this.settings = settings;
  }

  /** Counts a referral sent with the web form. */
  public void submission(String address) {
    take("submission", address, settings.submissionsPerHour(), Duration.ofHours(1));
  }

  /** Counts the opening of a tracking link, before it is looked up, so that guessing is slow. */
  public void tracking(String address) {
    take("tracking", address, settings.trackingPerMinute(), Duration.ofMinutes(1));
  }

  /** Counts a request with a missing or wrong API key. */
  public void refusedKey(String address) {
    take("key", address, settings.refusedKeysPerMinute(), Duration.ofMinutes(1));
  }

  private void take(String purpose, String address, int tokens, Duration per) {
    var wait = shares.take(purpose, address, tokens, per);
    if (!wait.isZero()) {
      throw new TooManyRequests(wait.toSeconds());
    }
  }
}
