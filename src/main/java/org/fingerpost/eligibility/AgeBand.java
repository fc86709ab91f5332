package org.fingerpost.eligibility;

import java.util.Optional;

/** The age bands in which consent differs. Source: domain research 4.7. From 18 on there is none: an adult consents. */
enum AgeBand {
  UNDER_11(11),
  AGE_11_12(13),
  AGE_13_15(16),
  AGE_16_17(18);

  private final int below;

  AgeBand(int below) {
    this.below = below;
  }

  /** The band of an age in whole years; empty for an adult. */
  static Optional<AgeBand> of(int age) {
    for (AgeBand band : values()) {
      if (age < band.below) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }
}
