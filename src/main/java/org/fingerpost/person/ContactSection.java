package org.fingerpost.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.springframework.stereotype.Component;

/** How to reach the person, and how they like to be spoken to. */
@Component
class ContactSection implements CaseSection {

  private final People people;
  private final Words words;
  private final Clock clock;

  ContactSection(People people, Words words, Clock clock) {
    this.people = people;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "contact";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var person = people.get(subject.personId());
    return Optional.of(
        Content.titled(words.say(language, "person-case.section.contact"))
            .row(words.say(language, "person-case.phone"), person.phone())
            .row(words.say(language, "person-case.email"), person.email())
            .row(words.say(language, "person-case.safeTime"), person.safeTimeToCall())
            .row(words.say(language, "person-case.language"), words.say(language, "person-case.language." + person.preferredLanguage()))
            .rowIfAny(words.say(language, "person-case.interpreter"), person.interpreter())
            .row(words.say(language, "person-case.communicationNeeds"), person.communicationNeeds())
            .row(words.say(language, "person-case.postcode"), person.postcode())
            .row(
                words.say(language, "person-case.dateOfBirth"),
                words.say(
                    language,
                    "person-case.bornOn",
                    WrittenDate.of(person.dateOfBirth(), language),
                    person.ageOn(LocalDate.now(clock))))
            .row(words.say(language, "person-case.nhsNumber"), spaced(person.nhsNumber()))
            .written());
  }

  /** 999 000 0018, as it is read out. */
  private static String spaced(String nhsNumber) {
    return nhsNumber == null ? null : nhsNumber.replaceFirst("(\\d{3})(\\d{3})(\\d{4})", "$1 $2 $3");
  }
}
