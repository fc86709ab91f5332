package org.fingerpost.referral;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.ReferralRequest.Channel;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ReferralRequest.Person;
import org.fingerpost.referral.ReferralRequest.Referrer;

/** Builds requests: valid to start with, so that a test says only what matters to it. Invented people throughout. */
public final class AReferral {

  public Referrer referrer =
      new Referrer(
          "PROFESSIONAL", "Dr Wynne Okafor", "GP", "Severn Surgery", "wynne@example.org", "01632 960111", null, Language.EN);
  public Person person =
      new Person(
          "Zebedee",
          "Quillfeather",
          LocalDate.of(1948, 3, 9),
          "999 000 0018",
          "gl11aa",
          "01632 960222",
          "zebedee@example.org",
          Language.EN,
          null,
          "Large print",
          "After lunch");
  public ConsentToRefer consent = new ConsentToRefer(true, "PERSON", "IN_PERSON", LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON));
  public String scheme = "gloucestershire";
  public String source = "GENERAL_PRACTICE";
  public List<String> needs = List.of("LONELINESS", "NATURE");
  public List<String> risks = List.of("NONE_KNOWN");
  public String reason = "Widowed in the spring";
  public String tried = "A lunch club";
  public String riskNote;
  public List<String> safeTimes = List.of();
  public List<String> groups = List.of();
  public List<String> circumstances = List.of();
  public String workerAsked;
  public String sex;
  public String ethnicCategory;
  public String practiceCode;
  public boolean informationOnly;
  public boolean statutoryOnly;
  public boolean mayTellReferrer = true;

  public static AReferral forZebedee() {
    return new AReferral();
  }

  public AReferral named(String givenName, String familyName) {
    person =
        new Person(
            givenName, familyName, person.dateOfBirth(), null, person.postcode(), person.phone(), person.email(),
            person.preferredLanguage(), person.interpreter(), person.communicationNeeds(), person.safeTimeToCall());
    return this;
  }

  public AReferral born(LocalDate day) {
    person =
        new Person(
            person.givenName(), person.familyName(), day, person.nhsNumber(), person.postcode(), person.phone(),
            person.email(), person.preferredLanguage(), person.interpreter(), person.communicationNeeds(),
            person.safeTimeToCall());
    return this;
  }

  public AReferral nhsNumber(String number) {
    person =
        new Person(
            person.givenName(), person.familyName(), person.dateOfBirth(), number, person.postcode(), person.phone(),
            person.email(), person.preferredLanguage(), person.interpreter(), person.communicationNeeds(),
            person.safeTimeToCall());
    return this;
  }

  public AReferral livingAt(String postcode) {
    person =
        new Person(
            person.givenName(), person.familyName(), person.dateOfBirth(), person.nhsNumber(), postcode, person.phone(),
            person.email(), person.preferredLanguage(), person.interpreter(), person.communicationNeeds(),
            person.safeTimeToCall());
    return this;
  }

  public AReferral reachedBy(String phone, String email) {
    person =
        new Person(
            person.givenName(), person.familyName(), person.dateOfBirth(), person.nhsNumber(), person.postcode(), phone,
            email, person.preferredLanguage(), person.interpreter(), person.communicationNeeds(),
            person.safeTimeToCall());
    return this;
  }

  public AReferral notes(String communicationNeeds, String safeTimeToCall) {
    person =
        new Person(
            person.givenName(), person.familyName(), person.dateOfBirth(), person.nhsNumber(), person.postcode(),
            person.phone(), person.email(), person.preferredLanguage(), person.interpreter(), communicationNeeds,
            safeTimeToCall);
    return this;
  }

  public AReferral safeAt(String... partsOfDay) {
    safeTimes = List.of(partsOfDay);
    return this;
  }

  public AReferral referredBy(Referrer who, String sourceCode) {
    referrer = who;
    source = sourceCode;
    return this;
  }

  public AReferral bySelf() {
    return referredBy(new Referrer("SELF", null, null, null, null, null, null, null), null);
  }

  public AReferral byFamily(String relation) {
    return referredBy(
        new Referrer("FAMILY", "Mabli Quillfeather", null, null, null, "07700 900333", relation, Language.CY), null);
  }

  public AReferral to(String schemeId) {
    scheme = schemeId;
    return this;
  }

  public AReferral from(String sourceCode) {
    source = sourceCode;
    return this;
  }

  public AReferral needs(String... codes) {
    needs = codes == null ? null : List.of(codes);
    return this;
  }

  public AReferral risks(String... codes) {
    risks = codes == null ? null : List.of(codes);
    return this;
  }

  public AReferral groups(String... codes) {
    groups = List.of(codes);
    return this;
  }

  public AReferral circumstances(String... codes) {
    circumstances = List.of(codes);
    return this;
  }

  /** {@code FEMALE}, {@code MALE} or {@code null}. */
  public AReferral askingFor(String worker) {
    workerAsked = worker;
    return this;
  }

  /** Codes of the NHS Data Dictionary. */
  public AReferral belonging(String toSex, String toEthnicCategory) {
    sex = toSex;
    ethnicCategory = toEthnicCategory;
    return this;
  }

  public AReferral practice(String code) {
    practiceCode = code;
    return this;
  }

  public AReferral reason(String text) {
    reason = text;
    return this;
  }

  public AReferral consent(ConsentToRefer answer) {
    consent = answer;
    return this;
  }

  public AReferral withoutConsent() {
    return consent(new ConsentToRefer(false, null, null, null));
  }

  public AReferral wantsInformationOnly() {
    informationOnly = true;
    return this;
  }

  public AReferral notToBeTold() {
    mayTellReferrer = false;
    return this;
  }

  private Person person() {
    return person == null
        ? null
        : new Person(
            person.givenName(), person.familyName(), person.dateOfBirth(), person.nhsNumber(), person.postcode(),
            person.phone(), person.email(), person.preferredLanguage(), person.interpreter(), person.communicationNeeds(),
            person.safeTimeToCall(), safeTimes, sex, ethnicCategory);
  }

  public ReferralRequest request() {
    return new ReferralRequest(
        scheme, Channel.WEB, source, practiceCode, referrer, person(), needs, groups, circumstances, reason, tried, risks, riskNote,
        workerAsked, informationOnly, statutoryOnly, consent, mayTellReferrer);
  }
}
