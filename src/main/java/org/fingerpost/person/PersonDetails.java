package org.fingerpost.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.Language;

/**
 * What is known of a person, as the referral that brought them told it.
 *
 * @param personId id of this record; another referral of the same human being has another ({@link People#findSame})
 * @param nhsNumber ten digits, or {@code null}
 * @param postcode upper case with one space, e.g. {@code GL1 1AA}
 * @param phone or {@code null}; at least one of phone and e-mail is there
 * @param email or {@code null}
 * @param preferredLanguage what to speak to the person in; never {@code null}
 * @param interpreter the language an interpreter is needed for, or {@code null}
 * @param communicationNeeds e.g. large print, hearing loop; or {@code null}
 * @param safeTimeToCall a note on when it is safe to ring, in the referrer's words; or {@code null}
 * @param safeTimes the parts of the day in which it is safe to get in touch; empty if any is
 */
public record PersonDetails(
    UUID personId,
    String schemeId,
    String givenName,
    String familyName,
    LocalDate dateOfBirth,
    String nhsNumber,
    String postcode,
    String phone,
    String email,
    Language preferredLanguage,
    String interpreter,
    String communicationNeeds,
    String safeTimeToCall,
    List<PartOfDay> safeTimes) {

  public PersonDetails {
    safeTimes = List.copyOf(safeTimes);
  }

  /** Somebody for whom any time is safe. */
  public PersonDetails(
      UUID personId,
      String schemeId,
      String givenName,
      String familyName,
      LocalDate dateOfBirth,
      String nhsNumber,
      String postcode,
      String phone,
      String email,
      Language preferredLanguage,
      String interpreter,
      String communicationNeeds,
      String safeTimeToCall) {
    this(
        personId,
        schemeId,
        givenName,
        familyName,
        dateOfBirth,
        nhsNumber,
        postcode,
        phone,
        email,
        preferredLanguage,
        interpreter,
        communicationNeeds,
        safeTimeToCall,
        List.of());
  }

  /** Given name and family name as one text. */
  public String fullName() {
    return givenName + " " + familyName;
  }

  /** Age in completed years on a day. */
  public int ageOn(LocalDate day) {
    return Period.between(dateOfBirth, day).getYears();
  }

  /** Ids only: a person must not end up in a log because somebody printed the record. */
  @Override
  public String toString() {
    return "PersonDetails[" + personId + "]";
  }
}
