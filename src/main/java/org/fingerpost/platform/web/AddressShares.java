package org.fingerpost.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A share of requests per address, refilled evenly: it stops floods, not people. Kept in memory per node: two nodes give an address
 * twice the share, which is still a limit. An IPv6 address counts as its /64, because that is what one household or site is given.
 */
public final class AddressShares {

  /** More addresses than this at once means a flood from everywhere; the least recently seen are forgotten then. */
  private static final int ADDRESSES_REMEMBERED = 50_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES_REMEMBERED).expireAfterAccess(Duration.ofHours(2)).build();

  /**
   * Counts a request, if the address has anything left.
   *
   * @param purpose what is shared out; each has shares of its own
   * @param tokens how many requests {@code per} this long
   * @return how long to wait; zero if the request was counted
   */
  public Duration take(String purpose, String address, int tokens, Duration per) {
    var bucket =
        buckets.get(
            purpose + " " + site(address),
            key -> Bucket.builder().addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, per)).build());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofSeconds(Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds()));
  }

  /**
   * The same, for pages.
   *
   * @throws ResponseStatusException 429 when the address has used up its share for now
   */
  public void takeOrRefuse(String purpose, String address, int tokens, Duration per) {
    if (!take(purpose, address, tokens, per).isZero()) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  /** What counts as one address. */
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
