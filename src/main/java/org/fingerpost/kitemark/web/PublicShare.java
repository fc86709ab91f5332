package org.fingerpost.kitemark.web;

import java.time.Duration;
import org.fingerpost.platform.web.AddressShares;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A share of requests per address for what everybody may read: enough for people and for those who fetch the register every few minutes,
 * too little to guess references.
 */
@Component
class PublicShare {

  private static final int A_MINUTE = 120;

  private final AddressShares shares = new AddressShares();

  /**
   * Counts a request.
   *
   * @throws ResponseStatusException 429 if the address has used up its share
   */
  void take(String address) {
    shares.takeOrRefuse("register", address, A_MINUTE, Duration.ofMinutes(1));
  }
}
