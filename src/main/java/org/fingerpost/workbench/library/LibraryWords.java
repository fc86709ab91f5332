package org.fingerpost.workbench.library;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.scheme.Schemes;

/** Says what the library's pages say, in one language. Models are written in English; where there are words for theirs, these are said. */
final class LibraryWords {

  private final Words words;
  private final Schemes schemes;
  private final Language language;

  LibraryWords(Words words, Schemes schemes, Locale locale) {
    this.words = words;
    this.schemes = schemes;
    this.language = Language.of(locale);
  }

  Language language() {
    return language;
  }

  String say(String key, Object... args) {
    return words.say(language, key, args);
  }

  private String sayOr(String key, String otherwise) {
    String said = words.say(language, key);
    return said.equals(key) ? otherwise : said;
  }

  /** The name of a process or a table: as the model says it, in Welsh as it is known there. */
  String model(ModelKind kind, String key, String name) {
    String own = name == null ? key : name;
    return language == Language.EN || kind == ModelKind.FORM ? own : sayOr("audit." + kind.code() + "." + key, own);
  }

  /** The name of a step: as the model says it; in Welsh only while the step is called what the translation is of. */
  public String element(String id, String name) {
    String key = "audit.element." + id;
    return language == Language.CY && words.say(Language.EN, key).equals(name) ? words.say(language, key) : name;
  }

  /** {@code true} when a name could be said in the page's language only as the model has it, which is English. */
  boolean foreign(String said, String asInTheModel) {
    return language != Language.EN && said.equals(asInTheModel);
  }

  String scheme(String schemeId) {
    return schemeId == null
        ? say("library.shared")
        : schemes.find(schemeId).map(scheme -> scheme.name().in(language)).orElse(schemeId);
  }

  public String roles(Collection<String> roles) {
    return roles.stream().map(role -> sayOr("identity.role." + role, role)).collect(Collectors.joining(", "));
  }

  String moment(Instant at) {
    return at == null ? "" : DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale()).format(at.atZone(EngineClock.LONDON));
  }

  String day(Instant at) {
    return at == null ? "" : DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(at.atZone(EngineClock.LONDON));
  }

  /** A duration as one says it: two units at most, nights and weekends included. */
  String duration(Duration time) {
    return duration(time, "library.time.");
  }

  /** The same for a drawing, where there is little room. */
  String shortly(Duration time) {
    return duration(time, "library.short.");
  }

  private String duration(Duration time, String prefix) {
    if (time == null) {
      return "–";
    }
    var rounded = Duration.ofMinutes(Math.round(time.toSeconds() / 60.0));
    long days = rounded.toDays();
    long hours = rounded.toHoursPart();
    long minutes = rounded.toMinutesPart();
    if (days > 0) {
      return both(prefix + "days", days, prefix + "hours", days < 10 ? hours : 0);
    }
    return rounded.isZero() ? say(prefix + "moment") : both(prefix + "hours", hours, prefix + "minutes", minutes);
  }

  private String both(String first, long one, String second, long other) {
    String a = one == 0 ? "" : say(first, one);
    String b = other == 0 ? "" : say(second, other);
    return (a + " " + b).trim();
  }

  /** The first sentence of a text. */
  static String sentence(String text) {
    String flat = text.replaceAll("\\s+", " ").trim();
    int end = flat.indexOf(". ");
    return end < 0 ? flat : flat.substring(0, end + 1);
  }
}
