package org.fingerpost.questionnaire.web;

import java.time.Duration;
import org.fingerpost.platform.web.AddressShares;
import org.springframework.stereotype.Component;

/** What one address may do with applications, as for referrals. */
@Component
class ApplyLimits {

  private final ApplySettings settings;
  private final AddressShares shares = new AddressShares();

  ApplyLimits(ApplySettings settings) {
    this.settings = settings;
  }

  /** Counts an application that is begun. */
  void begun(String address) {
    shares.takeOrRefuse("begun", address, settings.begunPerHour(), Duration.ofHours(1));
  }

  /** Counts a link that is asked for, known or not. */
  void linkAsked(String address) {
    shares.takeOrRefuse("link", address, settings.linksPerHour(), Duration.ofHours(1));
  }

  /** Counts a link that opens nothing, so that guessing is slow. */
  void wrongLink(String address) {
    shares.takeOrRefuse("wrong", address, settings.wrongLinksPerMinute(), Duration.ofMinutes(1));
  }

  /** Counts a document, taken or not: looking into it is work. */
  void upload(String address) {
    shares.takeOrRefuse("upload", address, settings.uploadsPerHour(), Duration.ofHours(1));
  }
}
