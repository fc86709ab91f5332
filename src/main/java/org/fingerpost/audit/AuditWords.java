package org.fingerpost.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.platform.CodeWords;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;

/**
 * Codes, ids and times in one language. What has no words in the bundles is shown as it is kept,
 * because an auditor must see that it is there; a code that has words is shown with both, because
 * it is the code that can be looked up.
 */
public final class AuditWords {

  /** The zone every time on a page is in. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Where the words for the stages and the ends of a kind of case are, most likely place first. */
  private static final Map<CaseKind, List<String>> STAGES =
      Map.of(
          CaseKind.REFERRAL, List.of("closed-state.", "stage."),
          CaseKind.KITEMARK, List.of("audit.mark-status.", "kitemark.ended.", "kitemark.step.", "questionnaire.status."),
          CaseKind.GRANT, List.of("grant-state.", "questionnaire.status."),
          CaseKind.SUPPORT, List.of("community.state."),
          CaseKind.NEW_GROUP, List.of("community.state."));

  private final Words words;
  private final Language language;

  public AuditWords(Words words, Language language) {
    this.words = words;
    this.language = language;
  }

  public String say(String key, Object... args) {
    return words.say(language, key, args);
  }

  /** The words of a key, or {@code otherwise} where the bundles have none. */
  public String sayOr(String key, String otherwise) {
    var said = words.say(language, key);
    return said.equals(key) ? otherwise : said;
  }

  /** The stage or the end of a case. */
  public String stage(CaseKind kind, String code) {
    return code == null
        ? "–"
        : STAGES.getOrDefault(kind, List.of()).stream()
            .map(prefix -> sayOr(prefix + code, null))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(code);
  }

  /** What a case is called: its kind and its reference. */
  public String title(CaseKind kind, String reference) {
    return say("audit.case." + kind, reference);
  }

  public String act(String act) {
    return sayOr("audit.act." + act, act);
  }

  public String scheme(String schemeId) {
    return sayOr("audit.scheme." + schemeId, schemeId);
  }

  public String label(String detail) {
    return sayOr("audit.detail." + detail, spaced(detail));
  }

  /**
   * A kept value in words: flags as yes and no, times in London, codes with their words, lists one
   * by one.
   */
  public String value(String detail, Object value) {
    if (value == null || "".equals(value) || "null".equals(value)) {
      return "–";
    }
    if (value instanceof Map<?, ?> byName) {
      return byName.entrySet().stream()
          .map(
              entry ->
                  fact(String.valueOf(entry.getKey()))
                      + ": "
                      + factValue(String.valueOf(entry.getKey()), entry.getValue()))
          .collect(Collectors.joining("; "));
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(one -> value(detail, one)).collect(Collectors.joining(", "));
    }
    var text = String.valueOf(value);
    if (text.equals("true") || text.equals("false")) {
      return say("audit.flag." + text);
    }
    var codes = List.of(text.split(", ?"));
    return codes.size() > 1
        ? codes.stream().map(code -> one(detail, code)).collect(Collectors.joining(", "))
        : one(detail, text);
  }

  private String one(String detail, String text) {
    if (CodeWords.isCode(text)) {
      return CodeWords.of(words, language, detail, text, List.of())
          .or(() -> Optional.ofNullable(sayOr("audit.code." + text, null)))
          .map(said -> said + " (" + text + ")")
          .orElse(text);
    }
    return switch (detail) {
      case "table", "decision" -> table(text);
      case "message" -> sayOr("audit.message." + text, text);
      case "language" -> sayOr("audit.language." + text.toLowerCase(Locale.ROOT), text);
      default -> time(text);
    };
  }

  /**
   * A table by its key, or by the engine's id of a version, which is key, version and a number of
   * its own.
   */
  public String table(String text) {
    var parts = text.split(":");
    var name = sayOr("audit.decision." + parts[0], parts[0]);
    return parts.length > 1 ? say("audit.model", name, parts[1]) : name;
  }

  private String time(String text) {
    try {
      if (text.length() == 10 && text.charAt(4) == '-') {
        return day(LocalDate.parse(text));
      }
      if (text.length() >= 20 && text.charAt(10) == 'T') {
        return moment(Instant.parse(text));
      }
    } catch (DateTimeParseException e) {
      return text;
    }
    return text;
  }

  /**
   * Why a rule is there; {@code null} where nobody has said so in the bundles.
   *
   * @param reasonCode that it gave, or {@code null}
   */
  public String because(String table, String rule, Object reasonCode) {
    return sayOr(
        "audit.rule." + table + "." + rule,
        sayOr("kitemark.rule." + rule, table.equals("referral-route") ? sayOr("route-reason." + reasonCode, null) : null));
  }

  /** What a fact that a table was given, or an answer that it gave, is called. */
  public String fact(String name) {
    return sayOr("audit.fact." + name, sayOr("audit.detail." + name, spaced(name)));
  }

  /** What a table was given or gave, in words with the code behind them. */
  public String factValue(String name, Object value) {
    var own = sayOr("audit.fact-value." + name + "." + value, null);
    return own == null ? value(name, value) : own + " (" + value + ")";
  }

  String process(StoryLine.Model model) {
    return sayOr("audit.process." + model.key(), model.name() == null ? model.key() : model.name());
  }

  String model(StoryLine.Model model) {
    var version =
        model.version() + (model.versionTag() == null ? "" : " (" + model.versionTag() + ")");
    return say("audit.model", process(model), version);
  }

  String element(StoryLine.Element element) {
    return sayOr(
        "audit.element." + element.id(),
        element.name() == null ? element.id() : withoutReference(element.name()));
  }

  /** The engine's task names end with the case's reference, which the page has said already. */
  private static String withoutReference(String name) {
    return name.replaceAll("\\s+", " ").replaceFirst(" · [A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$", "");
  }

  String elementType(String type) {
    return sayOr("audit.element-type." + type, type);
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale()).format(day);
  }

  /** A moment in London to the minute. */
  public String moment(Instant at) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale()).format(at.atZone(LONDON));
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", locale()).format(at.atZone(LONDON));
  }

  private Locale locale() {
    return language == Language.CY ? language.locale() : Locale.UK;
  }

  /** {@code linkWorkerFound} as {@code link worker found}. */
  static String spaced(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
