package org.fingerpost.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.audit.ToldLine.Detail;
import org.fingerpost.platform.Actor;

/** Puts a story into words, in one language. */
final class StoryTeller {

  private static final Set<String> RULES = Set.of("rule", "rules", "ruleId", "ruleIds");

  private final AuditWords words;
  private final Map<String, String> staffNames;

  /**
   * @param staffNames display names by user id; an account that is not among them is shown by its
   *     id
   */
  StoryTeller(AuditWords words, Map<String, String> staffNames) {
    this.words = words;
    this.staffNames = staffNames;
  }

  List<ToldLine> tell(List<StoryLine> lines) {
    var told = new ArrayList<ToldLine>();
    LocalDate today = null;
    for (var line : lines) {
      var day = line.at().atZone(AuditWords.LONDON).toLocalDate();
      told.add(tell(line, day.equals(today) ? null : words.day(day)));
      today = day;
    }
    return told;
  }

  private ToldLine tell(StoryLine line, String day) {
    return new ToldLine(
        line.anchor(),
        day,
        words.time(line.at()),
        line.at().toString(),
        line.who() == null || line.who().kind() == Actor.Kind.SYSTEM,
        sentence(line),
        who(line.who()),
        line.element() == null ? null : element(line.element()),
        line.element() == null ? null : line.element().id(),
        line.model() == null ? null : words.model(line.model()),
        details(line.details()),
        explained(line));
  }

  /** Where a decision that we keep is explained. */
  private static String explained(StoryLine line) {
    return line.happening() == Happening.DECIDED && line.anchor().startsWith("decision-")
        ? "/audit/decisions/" + line.anchor().substring("decision-".length())
        : null;
  }

  private String sentence(StoryLine line) {
    return switch (line.happening()) {
      case ACT -> words.act(line.code());
      case PROCESS_STARTED, PROCESS_ENDED, PART_STARTED, PART_ENDED ->
          happened(line, line.model() == null ? "–" : words.process(line.model()));
      case DECIDED -> happened(line, words.sayOr("audit.decision." + line.code(), line.code()));
      case MESSAGE_WRITTEN, MESSAGE_SENT, MESSAGE_REMOVED ->
          happened(line, words.sayOr("audit.message." + line.code(), line.code()));
      default -> happened(line, words.element(line.element()));
    };
  }

  private String happened(StoryLine line, String what) {
    return words.say("audit.happened." + line.happening().key(), what);
  }

  /**
   * Who it was, in words. Staff are named, because a record that says who did what is what their
   * accounts are for.
   */
  String who(Actor who) {
    if (who == null) {
      return words.say("audit.actor.model");
    }
    return switch (who.kind()) {
      case STAFF ->
          staffNames.containsKey(who.id())
              ? staffNames.get(who.id()) + " (" + who.id() + ")"
              : who.id();
      case SOURCE -> source(who.id());
      case PROVIDER -> words.say("audit.actor.provider", who.id());
      case PUBLIC -> words.say("audit.actor.public");
      case SYSTEM -> words.say("audit.actor.system");
    };
  }

  /** Who it was, for colleagues: a name without the account, a source without its code. */
  String name(Actor who) {
    return who != null && who.kind() == Actor.Kind.STAFF
        ? staffNames.getOrDefault(who.id(), who.id())
        : who(who).replaceFirst(" \\([A-Z_]+\\)", "");
  }

  /** A source's id is {@code scheme:CODE}. */
  private String source(String id) {
    var parts = id.split(":", 2);
    return parts.length == 2
        ? words.say("audit.actor.source", words.scheme(parts[0]), words.value("source", parts[1]))
        : id;
  }

  private String element(StoryLine.Element element) {
    return element.type() == null
        ? words.element(element)
        : words.element(element) + ", " + words.elementType(element.type());
  }

  private List<Detail> details(Map<String, Object> details) {
    return details.entrySet().stream()
        .map(
            detail ->
                new Detail(
                    words.label(detail.getKey()),
                    RULES.contains(detail.getKey())
                        ? rules(details, detail.getValue())
                        : words.value(detail.getKey(), detail.getValue())))
        .toList();
  }

  /** Rules with why they are there, as far as it is known of which table they are. */
  private String rules(Map<String, Object> details, Object rules) {
    var table = String.valueOf(details.get("table")).split("[:@ ]")[0];
    var reason = details.get("outputs") instanceof Map<?, ?> outputs ? outputs.get("reasonCode") : details.get("reasonCode");
    var ids = rules instanceof Collection<?> several ? several : List.of(String.valueOf(rules).split(", ?"));
    return ids.stream()
        .map(String::valueOf)
        .map(
            rule -> {
              var because = words.because(table, rule, reason);
              return because == null ? rule : because + " (" + rule + ")";
            })
        .collect(Collectors.joining(" "));
  }
}
