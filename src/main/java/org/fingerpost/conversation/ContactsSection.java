package org.fingerpost.conversation;

import java.util.Optional;
import org.fingerpost.platform.CaseSection;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** The attempts to reach the person, and what came of them. */
@Component
class ContactsSection implements CaseSection {

  private final ContactLadder ladder;
  private final Words words;

  ContactsSection(ContactLadder ladder, Words words) {
    this.ladder = ladder;
    this.words = words;
  }

  @Override
  public String id() {
    return "contacts";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public Optional<Content> of(Subject subject, Language language) {
    String rungs = ladder.ladder(subject.referralId(), language).rungs();
    if (rungs.isBlank()) {
      return Optional.empty();
    }
    var section = Content.titled(words.say(language, "conversation.section.contacts"));
    for (String rung : rungs.split("\n\n")) {
      section.paragraph(rung);
    }
    return Optional.of(section.written());
  }
}
