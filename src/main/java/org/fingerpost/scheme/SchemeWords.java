package org.fingerpost.scheme;

import java.text.MessageFormat;
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
    LocalisedText own = schemes.get(schemeId).wording().get(key);
    return own == null ? words.say(language, key, args) : format(own.in(language)).format(args);
  }

  /** Whether a text can take arguments: its braces are {0}, {1} and so on. */
  static boolean usable(String text) {
    try {
      format(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whoever writes scheme.yaml types an apostrophe once; MessageFormat wants it doubled. */
  private static MessageFormat format(String text) {
    return new MessageFormat(text.replace("'", "''"));
  }
}
