package org.fingerpost.intake.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateLimitsTest {

  private final RateLimits limits = new RateLimits(new IntakeSettings(2, 1, 1));

  @Test
  void an_address_has_its_own_share_for_each_purpose() {
    limits.submission("192.0.2.1");
    limits.submission("192.0.2.1");

    assertThatThrownBy(() -> limits.submission("192.0.2.1")).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> limits.submission("192.0.2.2")).doesNotThrowAnyException();
    assertThatCode(() -> limits.tracking("192.0.2.1")).doesNotThrowAnyException();
  }
}
