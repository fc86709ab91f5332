package org.fingerpost.community.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A share of requests per address and hour for the public pages, like that of the referral form. An IPv6 address counts as its /64. */
@Component("communityThrottle")
class Throttle {

  private static final int ADDRESSES_REMEMBERED = 20_000;

  private final int perHour;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES_REMEMBERED).expireAfterAccess(Duration.ofHours(2)).build();

  Throttle(@Value("${fingerpost.intake.submissions-per-hour:120}") int perHour) {
    this.perHour = perHour;
  }

  /**
   * @throws ResponseStatusException 429 when the address has used up its share for now
   */
  void count(String address) {
    var bucket =
        buckets.get(
            site(address),
            key -> Bucket.builder().addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1))).build());
    if (!bucket.tryConsume(1)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private static String site(String address) {
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
