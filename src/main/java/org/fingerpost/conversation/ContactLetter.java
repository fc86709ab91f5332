package org.fingerpost.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fingerpost.platform.Language;

/** A letter to somebody who could not be reached. Its words are in the bundles; who it is to is read when it is opened. */
@Entity
@Table(name = "contact_letter")
class ContactLetter {

  @Id private UUID letterId;
  private String referralId;
  private String schemeId;
  private String language;
  private boolean emailed;
  private LocalDate answerBy;
  private Instant writtenAt;

  protected ContactLetter() {}

  ContactLetter(
      String referralId, String schemeId, Language language, boolean emailed, LocalDate answerBy, Instant writtenAt) {
    this.letterId = UUID.randomUUID();
    this.referralId = referralId;
    this.schemeId = schemeId;
    this.language = language.code();
    this.emailed = emailed;
    this.answerBy = answerBy;
    this.writtenAt = writtenAt;
  }

  UUID id() {
    return letterId;
  }

  String referralId() {
    return referralId;
  }

  String schemeId() {
    return schemeId;
  }

  Language language() {
    return Language.of(language);
  }

  boolean emailed() {
    return emailed;
  }

  LocalDate answerBy() {
    return answerBy;
  }

  Instant writtenAt() {
    return writtenAt;
  }
}
