package org.fingerpost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressSharesTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final AddressShares shares = new AddressShares();

  @Test
  void who_has_used_up_their_share_is_refused_and_nobody_else() {
    shares.takeOrRefuse("look", "192.0.2.1", 2, DAY);
    shares.takeOrRefuse("look", "192.0.2.1", 2, DAY);

    assertThatThrownBy(() -> shares.takeOrRefuse("look", "192.0.2.1", 2, DAY))
        .isInstanceOfSatisfying(ResponseStatusException.class, refused -> assertThat(refused.getStatusCode().value()).isEqualTo(429));
    assertThat(shares.take("look", "192.0.2.1", 2, DAY)).as("how long to wait").isPositive();
    assertThat(shares.take("look", "192.0.2.2", 2, DAY)).isZero();
    assertThat(shares.take("write", "192.0.2.1", 2, DAY)).isZero();
  }

  @Test
  void a_household_has_one_share_however_many_addresses_its_network_has() {
    assertThat(AddressShares.site("2001:db8:1:2::1")).isEqualTo(AddressShares.site("2001:db8:1:2:ffff::9"));
    assertThat(AddressShares.site("2001:db8:1:2::1")).isNotEqualTo(AddressShares.site("2001:db8:1:3::1"));
  }
}
