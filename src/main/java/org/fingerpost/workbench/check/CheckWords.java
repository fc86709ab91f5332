package org.fingerpost.workbench.check;

import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** Findings and changes as sentences. */
@Component
public class CheckWords {

  private final Words words;

  CheckWords(Words words) {
    this.words = words;
  }

  public String say(Language language, Finding finding) {
    return words.say(language, "checks." + finding.code(), finding.words());
  }

  public String say(Language language, Change change) {
    return words.say(language, "checks.change." + change.code(), change.words());
  }
}
