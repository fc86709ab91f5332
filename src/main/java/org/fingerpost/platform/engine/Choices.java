package org.fingerpost.platform.engine;

import java.util.List;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** Options of a select whose codes have words in the bundles. */
@Component
public class Choices {

  private final Words words;

  public Choices(Words words) {
    this.words = words;
  }

  /** One option for each code, in order; the words are under {@code prefix + code}. */
  public List<Shown.Option> of(Language language, String prefix, List<String> codes) {
    return codes.stream().map(code -> new Shown.Option(words.say(language, prefix + code), code)).toList();
  }
}
