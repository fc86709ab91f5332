package org.fingerpost.intake.receiving;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The link with which a referrer follows a referral. Made from configuration, never from a request's {@code Host}. */
@Component
public class TrackingLinks {

  private final String publicUrl;

  public TrackingLinks(@Value("${fingerpost.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
  }

  public String of(String trackingToken) {
    return publicUrl + "/track/" + trackingToken;
  }
}
