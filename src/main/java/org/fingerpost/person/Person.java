package org.fingerpost.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.PersonCorrection;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One record of a person. Never changed by a later referral; contact details that were wrong are put right. */
@Entity
@Table(name = "person")
class Person {

  @Id private UUID personId;
  private String schemeId;
  private String givenName;
  private String familyName;
  private LocalDate dateOfBirth;
  private String nhsNumber;
  private String postcode;
  private String phone;
  private String email;
  private String preferredLanguage;
  private String interpreter;
  private String communicationNeeds;
  private String safeTimeToCall;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] safeTimes;

  private String statedSex;
  private String ethnicCategory;

  private Instant createdAt;

  protected Person() {}

  Person(UUID id, PersonDetails details, EqualityAnswers equality, Instant now) {
    personId = id;
    schemeId = details.schemeId();
    givenName = details.givenName();
    familyName = details.familyName();
    dateOfBirth = details.dateOfBirth();
    nhsNumber = details.nhsNumber();
    postcode = details.postcode();
    phone = details.phone();
    email = details.email();
    preferredLanguage = details.preferredLanguage().code();
    interpreter = details.interpreter();
    communicationNeeds = details.communicationNeeds();
    safeTimeToCall = details.safeTimeToCall();
    safeTimes = details.safeTimes().stream().map(PartOfDay::name).toArray(String[]::new);
    statedSex = equality.sex() == null ? null : equality.sex().code();
    ethnicCategory = equality.ethnicCategory() == null ? null : equality.ethnicCategory().code();
    createdAt = now;
  }

  UUID id() {
    return personId;
  }

  String value(PersonCorrection.Field field) {
    return switch (field) {
      case GIVEN_NAME -> givenName;
      case FAMILY_NAME -> familyName;
      case DATE_OF_BIRTH -> dateOfBirth.toString();
      case NHS_NUMBER -> nhsNumber;
      case POSTCODE -> postcode;
      case PHONE -> phone;
      case EMAIL -> email;
      case INTERPRETER -> interpreter;
      case COMMUNICATION_NEEDS -> communicationNeeds;
      case SAFE_TIME_TO_CALL -> safeTimeToCall;
      case SEX -> statedSex;
      case ETHNIC_CATEGORY -> ethnicCategory;
    };
  }

  /** Takes a value that was checked. */
  void correct(PersonCorrection.Field field, String value) {
    switch (field) {
      case GIVEN_NAME -> givenName = value;
      case FAMILY_NAME -> familyName = value;
      case DATE_OF_BIRTH -> dateOfBirth = LocalDate.parse(value);
      case NHS_NUMBER -> nhsNumber = value;
      case POSTCODE -> postcode = value;
      case PHONE -> phone = value;
      case EMAIL -> email = value;
      case INTERPRETER -> interpreter = value;
      case COMMUNICATION_NEEDS -> communicationNeeds = value;
      case SAFE_TIME_TO_CALL -> safeTimeToCall = value;
      case SEX -> statedSex = value;
      case ETHNIC_CATEGORY -> ethnicCategory = value;
    }
  }

  void reachedBy(String newPhone, String newEmail) {
    phone = newPhone;
    email = newEmail;
  }

  EqualityAnswers equality() {
    return EqualityAnswers.of(statedSex, ethnicCategory);
  }

  PersonDetails details() {
    return new PersonDetails(
        personId,
        schemeId,
        givenName,
        familyName,
        dateOfBirth,
        nhsNumber,
        postcode,
        phone,
        email,
        Language.of(preferredLanguage),
        interpreter,
        communicationNeeds,
        safeTimeToCall,
        PartOfDay.of(List.of(safeTimes)));
  }
}
