package org.fingerpost.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a link worker should have before their eyes when they ring or meet somebody, in words. */
@Component
public class ContactSheets {

  private final Referrals referrals;
  private final People people;
  private final Schemes schemes;
  private final SchemeWords words;

  ContactSheets(Referrals referrals, People people, Schemes schemes, SchemeWords words) {
    this.referrals = referrals;
    this.people = people;
    this.schemes = schemes;
    this.words = words;
  }

  @Transactional(readOnly = true)
  public ContactSheet of(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    return new ContactSheet(
        person.fullName(),
        person.phone(),
        person.email(),
        person.safeTimeToCall(),
        languageOf(person, referral.schemeId(), language),
        person.communicationNeeds(),
        labels(referral, "need.", referral.needs(), language),
        referral.reason(),
        referral.tried(),
        lines(labels(referral, "risk.", referral.risks(), language), referral.riskNote()),
        referrer(referral, language));
  }

  private String languageOf(PersonDetails person, String schemeId, Language language) {
    String preferred = words.say(schemeId, language, "conversation.language." + person.preferredLanguage());
    return person.interpreter() == null
        ? preferred
        : words.say(schemeId, language, "conversation.interpreter", preferred, person.interpreter());
  }

  private String labels(ReferralSummary referral, String prefix, List<String> codes, Language language) {
    return codes.stream()
        .map(code -> words.say(referral.schemeId(), language, prefix + code))
        .collect(Collectors.joining(", "));
  }

  private String referrer(ReferralSummary referral, Language language) {
    var parts = new ArrayList<String>();
    parts.add(referral.referrerName());
    parts.add(referral.referrerRole());
    parts.add(referral.referrerOrganisation());
    schemes.get(referral.schemeId()).source(referral.sourceCode()).ifPresent(s -> parts.add(s.label().in(language)));
    parts.add(referral.referrerPhone());
    parts.add(referral.referrerEmail());
    return parts.stream().filter(p -> p != null && !p.isBlank()).collect(Collectors.joining(", "));
  }

  private static String lines(String... texts) {
    return Stream.of(texts).filter(t -> t != null && !t.isBlank()).collect(Collectors.joining("\n"));
  }

  /** Any text but the name and the lists of needs and risks may be {@code null}. */
  public record ContactSheet(
      String personName,
      String phone,
      String email,
      String safeTime,
      String language,
      String communicationNeeds,
      String needs,
      String reason,
      String tried,
      String risks,
      String referrer) {

    /** Nothing of it: a person must not end up in a log because somebody printed the record. */
    @Override
    public String toString() {
      return "ContactSheet";
    }
  }
}
