package org.fingerpost.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link by which a referrer was asked for the right contact details. It works once, and until its time is up. */
@Entity
@Table(name = "contact_details_request")
class DetailsRequest {

  @Id private UUID requestId;
  private String referralId;
  private String tokenHash;
  private Instant askedAt;
  private Instant answerBy;
  private Instant closedAt;
  private String processInstanceId;

  protected DetailsRequest() {}

  DetailsRequest(String referralId, String tokenHash, Instant askedAt, Instant answerBy, String processInstanceId) {
    this.requestId = UUID.randomUUID();
    this.referralId = referralId;
    this.tokenHash = tokenHash;
    this.askedAt = askedAt;
    this.answerBy = answerBy;
    this.processInstanceId = processInstanceId;
  }

  boolean works(Instant now) {
    return closedAt == null && now.isBefore(answerBy);
  }

  void close(Instant now) {
    closedAt = now;
  }

  String referralId() {
    return referralId;
  }

  Instant answerBy() {
    return answerBy;
  }

  String processInstanceId() {
    return processInstanceId;
  }
}
