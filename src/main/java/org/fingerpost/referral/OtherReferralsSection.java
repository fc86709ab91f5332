package org.fingerpost.referral;

import java.time.Clock;
import java.util.Optional;
import org.fingerpost.person.People;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** Earlier and other referrals in the scheme that look like the same person's: for a reader to judge, because two records may be two people. */
@Component
class OtherReferralsSection implements CaseSection {

  private final Referrals referrals;
  private final People people;
  private final Words words;
  private final Clock clock;

  OtherReferralsSection(Referrals referrals, People people, Words words, Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "other-referrals";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var person = people.get(subject.personId());
    var same =
        people.findSame(person);
    var others = referrals.ofPeople(subject.schemeId(), same, subject.referralId());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    var section = Content.titled(words.say(language, "referral.section.others"));
    section.paragraph(words.say(language, "referral.case.others"));
    others.forEach(
        other ->
            section.row(
                other.referralId(),
                words.say(
                    language,
                    "referral.case.other",
                    CaseSection.day(other.receivedAt(), clock.getZone(), language),
                    other.open()
                        ? words.say(language, "stage." + other.stage())
                        : words.say(language, "closed-state." + other.closedState()))));
    return Optional.of(section.written());
  }
}
