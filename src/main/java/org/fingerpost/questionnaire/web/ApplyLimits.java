package org.fingerpost.questionnaire.web;

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
 * A share of requests per address, in memory per node, as for referrals: it stops floods, not people. An IPv6 address counts as its /64,
 * because that is what one household is given.
 */
@Component
class ApplyLimits {

  private static final int ADDRESSES_REMEMBERED = 50_000;

  private final ApplySettings settings;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES_REMEMBERED).expireAfterAccess(Duration.ofHours(2)).build();

  ApplyLimits(ApplySettings settings) {
    this.settings = settings;
  }

  /** Counts an application that is begun. */
  void begun(String address) {
    take("begun", address, settings.begunPerHour(), Duration.ofHours(1));
  }

  /** Counts a link that is asked for, known or not. */
  void linkAsked(String address) {
    take("link", address, settings.linksPerHour(), Duration.ofHours(1));
  }

  /** Counts a link that opens nothing, so that guessing is slow. */
  void wrongLink(String address) {
    take("wrong", address, settings.wrongLinksPerMinute(), Duration.ofMinutes(1));
  }

  /** Counts a document, taken or not: looking into it is work. */
  void upload(String address) {
    take("upload", address, settings.uploadsPerHour(), Duration.ofHours(1));
  }

  private void take(String purpose, String address, int tokens, Duration per) {
    var bucket =
        buckets.get(
            purpose + " " + site(address),
            key -> Bucket.builder().addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, per)).build());
    if (!bucket.tryConsume(1)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private static String site(String address) {
    try {
      if (address != null && address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
        return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
      }
    } catch (UnknownHostException e) {
      return address;
    }
    return String.valueOf(address);
  }
}
