package org.fingerpost.person;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words that people were asked with, by version: {@code consents/wordings.yaml}. */
@Component
public class ConsentWordings {

  private final List<Wording> wordings = load();

  private static List<Wording> load() {
    try (var in = new ClassPathResource("consents/wordings.yaml").getInputStream()) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Wording>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The wordings of consent cannot be read", e);
    }
  }

  /** The words that are put to people now. */
  public Wording current(Consent.Purpose purpose) {
    return wordings.stream()
        .filter(wording -> wording.purpose() == purpose && wording.asks())
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalStateException("There are no words to ask for " + purpose));
  }

  public Optional<Wording> version(String version) {
    return wordings.stream().filter(wording -> wording.version().equals(version)).findFirst();
  }

  /** All versions, in the order of the file. */
  public List<Wording> all() {
    return List.copyOf(wordings);
  }

  /**
   * @param version kept with every answer, e.g. {@code tell-gp-1}
   * @param question {@code false} for words that are recorded and not asked; {@code null} means that they ask
   */
  public record Wording(String version, Consent.Purpose purpose, String en, String cy, Boolean question) {

    public String in(Language language) {
      return language == Language.CY ? cy : en;
    }

    boolean asks() {
      return !Boolean.FALSE.equals(question);
    }
  }
}
