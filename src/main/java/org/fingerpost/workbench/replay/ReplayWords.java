package org.fingerpost.workbench.replay;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.RecordedGroups;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Codes in words and who is looking, for the pages of replays and examples. */
@Component
class ReplayWords {

  /** Where the words of a fact's or an answer's codes are, other than with the auditor's. */
  private static final Map<String, List<String>> VOCABULARIES =
      Map.of(
          "route", List.of("route."),
          "reasonCode", List.of("route-reason."),
          "channel", List.of("conversation.channel."));

  private final Words words;
  private final SchemeWords schemeWords;
  private final Schemes schemes;
  private final Staff staff;
  private final CurrentActor actor;
  private final Drafts drafts;

  ReplayWords(Words words, SchemeWords schemeWords, Schemes schemes, Staff staff, CurrentActor actor, Drafts drafts) {
    this.words = words;
    this.schemeWords = schemeWords;
    this.schemes = schemes;
    this.staff = staff;
    this.actor = actor;
    this.drafts = drafts;
  }

  Staff.Member me() {
    return staff
        .find(actor.get().id())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  /** A draft that whoever is looking may see: a manager of one scheme sees its own and the shared ones. */
  Draft draft(UUID id) {
    var draft = drafts.get(id);
    String own = me().schemeId();
    if (own != null && draft.schemeId() != null && !own.equals(draft.schemeId())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return draft;
  }

  String say(Language language, String key, Object... args) {
    return words.say(language, key, args);
  }

  private String sayOr(Language language, String key, String otherwise) {
    String said = words.say(language, key);
    return said.equals(key) ? otherwise : said;
  }

  String scheme(Language language, String schemeId) {
    return schemeId == null
        ? say(language, "replay.shared")
        : schemes.find(schemeId).map(scheme -> scheme.name().in(language)).orElse(schemeId);
  }

  String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  String moment(Language language, Instant at) {
    var locale = language == Language.CY ? language.locale() : Locale.UK;
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale).format(at.atZone(EngineClock.LONDON));
  }

  /** A table or process by the words of the auditor's desk; its id where there are none. */
  String file(Language language, String file) {
    String key = DraftTable.keyOf(file);
    return sayOr(language, (file.endsWith(".dmn") ? "audit.decision." : "audit.process.") + key, key);
  }

  /** What an input or an output is called. */
  String fact(Language language, String name, String label) {
    return sayOr(language, "audit.fact." + name, label == null || label.isBlank() ? name : label);
  }

  /** A step of a process by the words of the auditor's desk; as the draft calls it where there are none. */
  String step(Language language, String id, String called) {
    return sayOr(language, "audit.element." + id, called);
  }

  /** A value in words, with its code. */
  String value(Language language, String name, Object value) {
    if (value == null || "".equals(value)) {
      return "–";
    }
    String text = String.valueOf(value);
    if (text.equals("true") || text.equals("false")) {
      return say(language, "audit.flag." + text);
    }
    for (String prefix : VOCABULARIES.getOrDefault(name, List.of())) {
      String said = sayOr(language, prefix + text, null);
      if (said != null) {
        return said + " (" + text + ")";
      }
    }
    String said = sayOr(language, "audit.code." + text, null);
    return said == null ? text : said + " (" + text + ")";
  }

  /** An answer in words; what it stands for where no row answers or none can. */
  String answer(Language language, List<Map<String, Object>> rows) {
    if (rows == null) {
      return say(language, "replay.answer.failed");
    }
    if (rows.isEmpty()) {
      return say(language, "replay.answer.none");
    }
    return rows.stream()
        .map(
            row ->
                row.entrySet().stream()
                    .map(one -> value(language, one.getKey(), one.getValue()))
                    .collect(Collectors.joining(" · ")))
        .collect(Collectors.joining("; "));
  }

  /** A group in words; "not known" where there is no code. */
  String group(Language language, RecordedGroups.By by, String schemeId, String code) {
    if (code == null) {
      return say(language, "replay.not-known");
    }
    if (by == null) {
      return scheme(language, code);
    }
    return switch (by) {
      case AREA ->
          schemes.find(schemeId).flatMap(scheme -> scheme.area(code)).map(area -> area.name().in(language)).orElse(code);
      case SOURCE -> schemeId == null ? code : schemeWords.say(schemeId, language, "source." + code);
      case AGE -> say(language, "replay.age." + code);
      case SEX -> say(language, "replay.sex." + code);
      case ETHNIC_GROUP -> say(language, "replay.ethnic-group." + code);
      case DEPRIVATION -> decile(language, code);
    };
  }

  private String decile(Language language, String code) {
    return switch (code) {
      case "1" -> say(language, "replay.decile.most");
      case "10" -> say(language, "replay.decile.least");
      default -> code;
    };
  }
}
