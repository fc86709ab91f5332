package org.fingerpost.rights;

import java.util.Optional;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.rights.Corrections.Beside.Kind;
import org.springframework.stereotype.Component;

/** At the top of a case: that its record is restricted, what was put right, and what the person says against it. */
@Component
class RightsSection implements CaseSection {

  private final Corrections corrections;
  private final Words words;

  RightsSection(Corrections corrections, Words words) {
    this.corrections = corrections;
    this.words = words;
  }

  @Override
  public String id() {
    return "rights";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    var beside = corrections.beside(subject.personId(), subject.referralId());
    if (beside.isEmpty()) {
      return Optional.empty();
    }
    boolean restricted = beside.stream().anyMatch(one -> one.kind() == Kind.RESTRICTED);
    var section =
        Content.titled(words.say(language, restricted ? "rights.section.restricted" : "rights.section.title"));
    for (var one : beside) {
      String day = WrittenDate.of(one.on(), language);
      switch (one.kind()) {
        case RESTRICTED ->
            section
                .paragraph(
                    words.say(language, "rights.section.since", day, words.say(language, "rights.restriction-ground." + one.said())))
                .paragraph(words.say(language, "rights.section.means"));
        case CORRECTED ->
            section.paragraph(
                words.say(language, "rights.section.corrected", words.say(language, "rights.field." + one.said()), day));
        case DISPUTED -> section.paragraph(words.say(language, "rights.section.dispute", day, one.said()));
      }
    }
    return Optional.of(section.written());
  }
}
