package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.NOT_REACHED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.person.PartOfDay;

/**
 * One rung of the ladder: an attempt to reach a person, or what else happened on the way ({@link #DECISION}, {@link #DETAILS}, {@link
 * #LAST_LETTER}). Rows are added, never changed.
 */
@Entity
@Table(name = "contact_attempt")
class ContactAttempt {

  /** The channel of a team lead's decision how to go on; its note is the reason. */
  static final String DECISION = "DECISION";

  /** The channel of contact details that were put right, or that nobody could put right. */
  static final String DETAILS = "DETAILS";

  /** The channel of the letter that follows the last attempt. */
  static final String LAST_LETTER = "LAST_LETTER";

  private static final Set<String> NO_TRY = Set.of(DECISION, DETAILS, LAST_LETTER);

  @Id private UUID contactAttemptId;
  private String referralId;
  private int attempt;
  private String channel;
  private String result;
  private String note;
  private String recordedBy;
  private Instant recordedAt;

  @Enumerated(EnumType.STRING)
  private PartOfDay partOfDay;

  private String unsafeTimeReason;
  private String ownWords;
  private LocalDate callOn;

  @Enumerated(EnumType.STRING)
  private PartOfDay callPart;

  private String wrongDetail;

  protected ContactAttempt() {}

  ContactAttempt(
      String referralId,
      int attempt,
      String channel,
      String result,
      String note,
      String recordedBy,
      Instant recordedAt) {
    this.contactAttemptId = UUID.randomUUID();
    this.referralId = referralId;
    this.attempt = attempt;
    this.channel = channel;
    this.result = result;
    this.note = note;
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  /** Adds what was said when somebody was tried or got in touch. */
  ContactAttempt as(ContactSaid said, PartOfDay when) {
    partOfDay = when;
    unsafeTimeReason = said.unsafeTimeReason();
    ownWords = said.ownWords();
    callOn = said.callOn();
    callPart = said.callPart();
    return this;
  }

  ContactAttempt wrong(String detail) {
    wrongDetail = detail;
    return this;
  }

  /** Whether it counts towards the attempts of the plan: somebody was tried, and in vain. */
  boolean inVain() {
    return isTry() && NOT_REACHED.equals(result);
  }

  boolean isTry() {
    return !NO_TRY.contains(channel);
  }

  String channel() {
    return channel;
  }

  String result() {
    return result;
  }

  String note() {
    return note;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  PartOfDay partOfDay() {
    return partOfDay;
  }

  String unsafeTimeReason() {
    return unsafeTimeReason;
  }

  String ownWords() {
    return ownWords;
  }

  LocalDate callOn() {
    return callOn;
  }

  PartOfDay callPart() {
    return callPart;
  }

  String wrongDetail() {
    return wrongDetail;
  }
}
