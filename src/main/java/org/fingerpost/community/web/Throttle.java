package org.fingerpost.community.web;

import java.time.Duration;
import org.fingerpost.platform.web.AddressShares;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A share of requests per address and hour for the public pages, as large as that of the referral form. */
@Component("communityThrottle")
class Throttle {

  private final int perHour;
  private final AddressShares shares = new AddressShares();

  Throttle(@Value("${fingerpost.intake.submissions-per-hour:120}") int perHour) {
    this.perHour = perHour;
  }

  /**
   * @throws ResponseStatusException 429 when the address has used up its share for now
   */
  void count(String address) {
    shares.takeOrRefuse("ask", address, perHour, Duration.ofHours(1));
  }
}
