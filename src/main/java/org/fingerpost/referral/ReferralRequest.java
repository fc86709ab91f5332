package org.fingerpost.referral;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.platform.Language;

/**
 * What a referrer sends in, as typed: any component may be {@code null}, any code may be unknown. {@link ReceivingReferral} tidies it
 * (spaces, blanks, upper case in postcodes), checks all of it and names every problem by its path here, e.g.
 * {@code person.dateOfBirth}.
 *
 * @param schemeId the scheme referred to
 * @param channel the door it came through; set by the door, never by the referrer
 * @param sourceCode one of the scheme's source types; may be left out for {@code SELF} and {@code FAMILY}, whose source is {@code SELF}
 * @param practiceCode national code of the GP practice the person is registered with, e.g. {@code L84999}; optional
 * @param needs one to three different codes
 * @param groups codes of {@link org.fingerpost.scheme.Codes#groups()}; may be empty
 * @param circumstances codes of {@link org.fingerpost.scheme.Codes#circumstances()}: what makes it urgent; may be empty
 * @param reason why now, in the referrer's words; optional, at most 2,000 characters
 * @param tried what has been tried; optional, at most 2,000 characters
 * @param risks at least one code; {@code NONE_KNOWN} stands alone
 * @param riskNote what a visiting link worker should know; optional, at most 1,000 characters
 * @param workerAsked code of {@link WorkerAsked}; {@code null} if it does not matter
 * @param wantsInformationOnly the person is confident and wants to know what there is, without a link worker
 * @param statutoryRequestOnly all that is asked for is a supporting letter, a statutory assessment or an immigration matter
 * @param mayTellReferrer the person agrees that the referrer is told what became of it
 */
public record ReferralRequest(
    String schemeId,
    Channel channel,
    String sourceCode,
    String practiceCode,
    Referrer referrer,
    Person person,
    List<String> needs,
    List<String> groups,
    List<String> circumstances,
    String reason,
    String tried,
    List<String> risks,
    String riskNote,
    String workerAsked,
    boolean wantsInformationOnly,
    boolean statutoryRequestOnly,
    ConsentToRefer consent,
    boolean mayTellReferrer) {

  public enum Channel {
    WEB,
    API,
    /** Handed over by another scheme, where it had been typed. */
    TRANSFER
  }

  /**
   * @param kind code of {@link ReferrerKind}
   * @param name at most 70 characters; for {@code SELF} taken from the person if left out
   * @param role optional
   * @param organisation required of a professional
   * @param email a professional and a relative leave an e-mail address or a telephone number, or both
   * @param relation code of {@link Relation}; required of {@code FAMILY}, ignored otherwise
   * @param language for messages to the referrer; the scheme's default if left out
   */
  public record Referrer(
      String kind,
      String name,
      String role,
      String organisation,
      String email,
      String phone,
      String relation,
      Language language) {

    @Override
    public String toString() {
      return "Referrer[" + kind + "]";
    }
  }

  /**
   * @param givenName at most 35 characters (PRSB), as {@code familyName}
   * @param nhsNumber optional; spaces and hyphens are taken out
   * @param phone phone or e-mail is required
   * @param preferredLanguage the scheme's default if left out
   * @param interpreter the language an interpreter is needed for; optional
   * @param safeTimes codes of {@link org.fingerpost.person.PartOfDay} in which it is safe to get in touch; empty if any is
   * @param sex code of {@link org.fingerpost.person.StatedSex}; optional, kept only with consent, for counting only
   * @param ethnicCategory code of {@link org.fingerpost.person.EthnicCategory}; the same
   */
  public record Person(
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
      List<String> safeTimes,
      String sex,
      String ethnicCategory) {

    /** Somebody who was not asked about the groups they belong to. */
    public Person(
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
        List<String> safeTimes) {
      this(
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
          safeTimes,
          null,
          null);
    }

    /** The same, for whom any time is safe. */
    public Person(
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

    @Override
    public String toString() {
      return "Person[...]";
    }
  }

  /**
   * @param given whether the person agreed to be referred; an answer is required, and no is an answer
   * @param givenBy code of {@link ConsentGivenBy}; required with {@code given}
   * @param how code of {@link ConsentHow}; required with {@code given}
   * @param on the day; required with {@code given}, not in the future
   */
  public record ConsentToRefer(Boolean given, String givenBy, String how, LocalDate on) {}

  /** No personal data, because requests end up in messages of exceptions. */
  @Override
  public String toString() {
    return "ReferralRequest[" + schemeId + ", " + channel + ", " + sourceCode + "]";
  }
}
