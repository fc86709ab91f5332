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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  /**
   * Where the bundles keep the words of a detail's codes, most likely place first; codes of our own
   * come last of all.
   */
  private static final Map<String, List<String>> VOCABULARIES =
      Map.ofEntries(
          Map.entry("route", List.of("route.")),
          Map.entry("proposedRoute", List.of("route.")),
          Map.entry("confirmedRoute", List.of("route.")),
          Map.entry("proposed", List.of("route.")),
          Map.entry("confirmed", List.of("route.")),
          Map.entry("reasonCode", List.of("route-reason.")),
          Map.entry("reason", List.of("closure-reason.", "withdrawal-reason.", "route-reason.")),
          Map.entry("source", List.of("source.")),
          Map.entry("sourceCode", List.of("source.")),
          Map.entry("needs", List.of("need.")),
          Map.entry("risks", List.of("risk.")),
          Map.entry("stage", List.of("stage.")),
          Map.entry("closedState", List.of("closed-state.")),
          Map.entry("closureReason", List.of("closure-reason.", "route-reason.")),
          Map.entry("withdrawalReason", List.of("withdrawal-reason.")),
          Map.entry("referrerKind", List.of("referrer-kind.")),
          Map.entry("referrer", List.of("referrer-kind.")),
          Map.entry("state", List.of("closed-state.")),
          Map.entry("givenBy", List.of("consent-given-by.")),
          Map.entry("how", List.of("consent-how.", "caseload.because.", "rights.identity-how.")),
          Map.entry("channel", List.of("conversation.channel.")),
          Map.entry("result", List.of("conversation.result.")),
          Map.entry(
              "decision",
              List.of(
                  "introduction.decision.", "conversation.decision.", "referral.decision.", "followup.decision.", "followup.missed-decision.")),
          Map.entry("missedStep", List.of("followup.missed-step.")),
          Map.entry("safety", List.of("followup.safety.")),
          Map.entry("reviewResult", List.of("outcome.review-step.")),
          Map.entry("stillGoing", List.of("outcome.still-going.")),
          Map.entry("newReferral", List.of("outcome.new-referral.")),
          Map.entry("answer", List.of("introduction.answer.", "signpost-answer.")),
          Map.entry("declineReason", List.of("introduction.decline-reason.")),
          Map.entry("missing", List.of("introduction.missing.")),
          Map.entry("attendance", List.of("followup.attendance.")),
          Map.entry("nextStep", List.of("followup.next-step.")),
          Map.entry("because", List.of("caseload.because.", "rights.extension.")),
          Map.entry("changeReason", List.of("caseload.change-reason.")),
          Map.entry("absenceReason", List.of("caseload.absence-reason.")),
          Map.entry("consent", List.of("consent-purpose.")),
          Map.entry("purpose", List.of("consent-purpose.")),
          Map.entry("packKind", List.of("proof.kind.")),
          Map.entry("packPurpose", List.of("proof.purpose.")),
          Map.entry("reach", List.of("signpost-reach.")),
          Map.entry("upkeepKind", List.of("kitemark.upkeep.kind.")),
          Map.entry("about", List.of("kitemark.upkeep.kind.", "kitemark.condition.")),
          Map.entry("question", List.of("kitemark.question.")),
          Map.entry("questionDecision", List.of("kitemark.question-decision.")),
          Map.entry("visitResult", List.of("kitemark.visit-result.")),
          Map.entry("markLevel", List.of("kitemark.level.")),
          Map.entry("level", List.of("kitemark.level.")),
          Map.entry("risk", List.of("kitemark.risk.")),
          Map.entry("referralMode", List.of("kitemark.mode.")),
          Map.entry("item", List.of("kitemark.item.")),
          Map.entry("group", List.of("group.")),
          Map.entry("why", List.of("audit.why.")),
          Map.entry("cameFrom", List.of("audit.via.")),
          Map.entry("what", List.of("audit.what.")),
          Map.entry("kind", List.of("rights.kind.")),
          Map.entry("rightsDecision", List.of("rights.decision.")),
          Map.entry("proposal", List.of("rights.decision.")),
          Map.entry("ground", List.of("rights.ground.")),
          Map.entry("restrictionGround", List.of("rights.restriction-ground.")),
          Map.entry("liftedBecause", List.of("rights.lifting.")),
          Map.entry("erasedBecause", List.of("rights.erased-because.")),
          Map.entry("class", List.of("rights.record-class.")),
          Map.entry("keptBecause", List.of("rights.kept-because.")),
          Map.entry("holdLiftedBecause", List.of("rights.hold-lifting.")),
          Map.entry("needed", List.of("eligibility.consent-needed.")),
          Map.entry("goalsMet", List.of("outcome.goals-met.")));

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
                      + value(String.valueOf(entry.getKey()), entry.getValue()))
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
    if (CODE.matcher(text).matches()) {
      return Stream.concat(
              VOCABULARIES.getOrDefault(detail, List.of()).stream(), Stream.of("audit.code."))
          .map(vocabulary -> sayOr(vocabulary + text, null))
          .filter(Objects::nonNull)
          .findFirst()
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

  /** What a fact that a table was given, or an answer that it gave, is called. */
  public String fact(String name) {
    return sayOr("audit.fact." + name, sayOr("audit.detail." + name, spaced(name)));
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
