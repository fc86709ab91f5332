package org.fingerpost.scheme;

import java.time.LocalDate;

/**
 * Where a scheme's referrals come from.
 *
 * @param code one of {@link Codes#sources()} or the scheme's own, such as {@code COMMUNITY_HOSPITAL}
 * @param label what people call it in this scheme
 * @param liveFrom first day on which referrals from it are accepted; {@code null} means configured but not live yet
 */
public record Source(String code, LocalisedText label, LocalDate liveFrom) {

  public boolean live(LocalDate on) {
    return liveFrom != null && !on.isBefore(liveFrom);
  }
}
