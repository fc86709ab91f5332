package org.fingerpost.intake.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * A share of requests per address, refilled evenly. Kept in memory per node: two nodes give an address twice the share, which is
 * still a limit. An IPv6 address counts as its /64, because that is what one household or site is given.
 */
@Component
public class RateLimits {

  /** More addresses than this at once means a flood from everywhere; the least recently seen are forgotten then. */
  private static final int ADDRESSES_REMEMBERED = 50_000;

  private final IntakeSettings settings;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES_REMEMBERED).expireAfterAccess(Duration.ofHours(2)).build();

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
    var bucket =
        buckets.get(
            purpose + " " + site(address),
            key -> Bucket.builder().addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, per)).build());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds()));
    }
  }

  static String site(String address) {
    try {
      // The container gives a literal address, so nothing is looked up.
      if (address != null && address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
        return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
      }
    } catch (UnknownHostException e) {
      return address;
    }
    return String.valueOf(address);
  }
}
