package org.fingerpost.kitemark.web;

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
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A share of requests per address for what everybody may read: enough for people and for those who fetch the register every few minutes,
 * too little to guess references. Kept in memory per node; an IPv6 address counts as its /64.
 */
@Component
class PublicShare {

  private static final int A_MINUTE = 120;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofHours(1)).build();

  /**
   * Counts a request.
   *
   * @throws ResponseStatusException 429 if the address has used up its share
   */
  void take(String address) {
    var bucket =
        buckets.get(
            site(address),
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                    .build());
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
