package org.fingerpost.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralRequest;

/**
 * A referral as a source's system sends it. The scheme and the source belong to the API key, so they are not in the body. The reader
 * and the API description are both made from these records, so neither can know a field that the other does not.
 */
@Schema(name = "Referral", description = "A referral. Scheme and source follow from the API key.")
record ReferralBody(
    Referrer referrer,
    Person person,
    @Schema(description = "One to three codes, e.g. LONELINESS, MONEY, HOUSING") List<String> needs,
    @Schema(description = "Codes of groups the person belongs to, e.g. FREQUENT_ATTENDER, LONELY") List<String> groups,
    @Schema(description = "Codes of what makes it urgent, e.g. HOSPITAL_DISCHARGE, BEREAVEMENT") List<String> circumstances,
    @Schema(description = "Why now, in the referrer's words", maxLength = 2000) String reason,
    @Schema(description = "What has been tried", maxLength = 2000) String tried,
    @Schema(description = "At least one code; NONE_KNOWN stands alone") List<String> risks,
    @Schema(description = "What a visiting link worker should know", maxLength = 1000) String riskNote,
    @Schema(allowableValues = {"FEMALE", "MALE"}, description = "The wish for a woman or a man as link worker; left out if it does not matter")
        String workerAsked,
    @Schema(description = "National code of the person's GP practice, e.g. L84999") String practiceCode,
    @Schema(description = "The person wants to know what there is, without a link worker") Boolean wantsInformationOnly,
    @Schema(description = "Only a supporting letter or a statutory assessment is asked for") Boolean statutoryRequestOnly,
    Consent consent,
    @Schema(description = "The person agrees that the referrer is told what became of it") Boolean mayTellReferrer) {

  /** Who refers. */
  @Schema(name = "Referrer")
  record Referrer(
      @Schema(allowableValues = {"PROFESSIONAL", "SELF", "FAMILY"}, description = "PROFESSIONAL if left out") String kind,
      String name,
      String role,
      String organisation,
      String email,
      String phone,
      @Schema(description = "Of FAMILY only, e.g. PARTNER, CHILD, FRIEND") String relation,
      Language language) {}

  /** Who is referred. */
  @Schema(name = "Person")
  record Person(
      String givenName,
      String familyName,
      LocalDate dateOfBirth,
      @Schema(description = "Optional; ten digits with a valid check digit") String nhsNumber,
      String postcode,
      String phone,
      String email,
      Language preferredLanguage,
      @Schema(description = "The language an interpreter is needed for") String interpreter,
      String communicationNeeds,
      @Schema(description = "A note on when it is safe to get in touch") String safeTimeToCall,
      @Schema(description = "Parts of the day in which it is safe: MORNING, AFTERNOON, EVENING; any if left out")
          List<String> safeTimes,
      @Schema(
              allowableValues = {"1", "2", "9", "X", "Z"},
              description =
                  "Optional, if the person told; PERSON STATED GENDER CODE of the NHS Data Dictionary: 1 male, 2 female, 9 neither, X not"
                      + " known; Z if they prefer not to say. For counting only; kept only with consent")
          String sex,
      @Schema(
              allowableValues = {
                "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "Z", "99"
              },
              description =
                  "Optional, if the person told; ETHNIC CATEGORY of the NHS Data Dictionary: A to S, Z if they prefer not to say, 99 not"
                      + " known. For counting only; kept only with consent")
          String ethnicCategory) {}

  /** The person's consent to being referred. */
  @Schema(name = "ConsentToRefer")
  record Consent(
      Boolean given,
      @Schema(allowableValues = {"PERSON", "PARENT", "REPRESENTATIVE"}) String givenBy,
      @Schema(allowableValues = {"IN_PERSON", "TELEPHONE", "VIDEO", "WRITTEN", "ONLINE"}) String how,
      LocalDate on) {}

  ReferralRequest request(String schemeId, String sourceCode) {
    return new ReferralRequest(
        schemeId,
        ReferralRequest.Channel.API,
        sourceCode,
        practiceCode,
        referrer == null
            ? new ReferralRequest.Referrer(kind(null, sourceCode), null, null, null, null, null, null, null)
            : new ReferralRequest.Referrer(
                kind(referrer.kind, sourceCode),
                referrer.name,
                referrer.role,
                referrer.organisation,
                referrer.email,
                referrer.phone,
                referrer.relation,
                referrer.language),
        person == null
            ? new ReferralRequest.Person(null, null, null, null, null, null, null, null, null, null, null)
            : new ReferralRequest.Person(
                person.givenName,
                person.familyName,
                person.dateOfBirth,
                person.nhsNumber,
                person.postcode,
                person.phone,
                person.email,
                person.preferredLanguage,
                person.interpreter,
                person.communicationNeeds,
                person.safeTimeToCall,
                person.safeTimes,
                person.sex,
                person.ethnicCategory),
        needs == null ? List.of() : needs,
        groups == null ? List.of() : groups,
        circumstances == null ? List.of() : circumstances,
        reason,
        tried,
        risks == null ? List.of() : risks,
        riskNote,
        workerAsked,
        Boolean.TRUE.equals(wantsInformationOnly),
        Boolean.TRUE.equals(statutoryRequestOnly),
        consent == null
            ? new ReferralRequest.ConsentToRefer(null, null, null, null)
            : new ReferralRequest.ConsentToRefer(consent.given, consent.givenBy, consent.how, consent.on),
        Boolean.TRUE.equals(mayTellReferrer));
  }

  /** A key of the public's own source says nothing about who refers; every other source is a professional's. */
  private static String kind(String given, String sourceCode) {
    return given == null && !"SELF".equals(sourceCode) ? "PROFESSIONAL" : given;
  }

  @Override
  public String toString() {
    return "ReferralBody[...]";
  }
}
