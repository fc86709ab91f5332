package org.fingerpost.person;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.springframework.stereotype.Component;

/** What the person was asked to agree to, every answer of it, the latest first. */
@Component
class ConsentSection implements CaseSection {

  private final EntityManager entities;
  private final Words words;

  ConsentSection(EntityManager entities, Words words) {
    this.entities = entities;
    this.words = words;
  }

  @Override
  public String id() {
    return "consent";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var answers =
        entities
            .createQuery(
                "select c from ConsentGrant c where c.referralId = :referral order by c.recordedAt desc, c.purpose",
                ConsentGrant.class)
            .setParameter("referral", subject.referralId())
            .getResultList();
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    var section = Content.titled(words.say(language, "person-case.section.consent"));
    answers.forEach(
        answer ->
            section.row(
                words.say(language, "consent-purpose." + answer.purpose()),
                words.say(
                    language,
                    answer.granted() ? "person-case.consent.yes" : "person-case.consent.no",
                    WrittenDate.of(answer.givenOn(), language))));
    return Optional.of(section.written());
  }
}
