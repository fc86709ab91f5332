package org.fingerpost.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.Properties;
import org.fingerpost.platform.Language;

/** The words of this module's bundles, read without Spring so that a scheme can be read anywhere. */
final class SharedLabels {

  private static final Properties ENGLISH = load(Language.EN);
  private static final Properties WELSH = load(Language.CY);

  private SharedLabels() {}

  static Optional<LocalisedText> find(String key) {
    String en = ENGLISH.getProperty(key);
    String cy = WELSH.getProperty(key);
    return en == null || cy == null
        ? Optional.empty()
        : Optional.of(new LocalisedText(plain(en), plain(cy)));
  }

  /** The bundles double their apostrophes for MessageFormat. */
  private static String plain(String pattern) {
    return MessageFormat.format(pattern, new Object[0]);
  }

  private static Properties load(Language language) {
    String file = "/messages/scheme_" + language.code() + ".properties";
    Properties words = new Properties();
    try (InputStream in = SharedLabels.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
