package org.fingerpost.scheme;

import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/** Words as a scheme says them: its own wording where {@code scheme.yaml} has one, otherwise the shared bundles. */
@Component
public class SchemeWords {

  private final Schemes schemes;
  private final Words words;

  public SchemeWords(Schemes schemes, Words words) {
    this.schemes = schemes;
    this.words = words;
  }

  /** Says a message in the words of a scheme; arguments work as in the bundles. */
  public String say(String schemeId, Language language, String key, Object... args) {
    throw new UnsupportedOperationException();
  }
}
