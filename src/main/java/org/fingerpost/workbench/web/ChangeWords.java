package org.fingerpost.workbench.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.change.Obstacle;
import org.springframework.stereotype.Component;

/** How the pages of changes and of moves say who, when, where and why not. */
@Component
class ChangeWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Words words;
  private final Staff staff;
  private final Schemes schemes;
  private final CurrentActor actor;
  private final Clock clock;

  ChangeWords(Words words, Staff staff, Schemes schemes, CurrentActor actor, Clock clock) {
    this.words = words;
    this.staff = staff;
    this.schemes = schemes;
    this.actor = actor;
    this.clock = clock;
  }

  String say(Language language, String key, Object... args) {
    return words.say(language, key, args);
  }

  String me() {
    return actor.get().id();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** A colleague by name. */
  String who(String userId) {
    return userId == null ? "Fingerpost" : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  String scheme(Language language, String schemeId) {
    return schemeId == null ? say(language, "workbench.shared") : schemes.get(schemeId).name().in(language);
  }

  String day(Language language, LocalDate day) {
    return day == null ? null : WrittenDate.of(day, language);
  }

  String moment(Language language, Instant at) {
    if (at == null) {
      return null;
    }
    var there = at.atZone(clock.getZone());
    return day(language, there.toLocalDate()) + ", " + TIME.format(there);
  }

  String sentence(Language language, Obstacle obstacle) {
    return say(language, obstacle.key(), obstacle.args().toArray());
  }

  /** What is wrong, by field, each problem a sentence; a field with several has them one after the other. */
  Map<String, String> errors(Language language, InvalidInput refused) {
    var errors = new LinkedHashMap<String, String>();
    for (var problem : refused.problems()) {
      Object[] args = problem.messageKey().equals("change.problem.withAuthor")
          ? new Object[] {who(String.valueOf(problem.args().get(0)))}
          : problem.args().toArray();
      errors.merge(problem.field(), say(language, problem.messageKey(), args), (one, other) -> one + " " + other);
    }
    return errors;
  }

  /** A day posted in three fields; {@code null} if it is none. */
  static LocalDate day(Map<String, String> posted, String name) {
    try {
      return LocalDate.of(part(posted, name, "-year"), part(posted, name, "-month"), part(posted, name, "-day"));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      return null;
    }
  }

  private static int part(Map<String, String> posted, String name, String part) {
    return Integer.parseInt(posted.getOrDefault(name + part, "").strip());
  }

  /** What was typed into the three fields, or a day in them to begin with. */
  static List<String> typed(Map<String, String> posted, String name, LocalDate otherwise) {
    return posted.containsKey(name + "-day")
        ? List.of(
            posted.get(name + "-day"), posted.getOrDefault(name + "-month", ""), posted.getOrDefault(name + "-year", ""))
        : List.of(
            Integer.toString(otherwise.getDayOfMonth()),
            Integer.toString(otherwise.getMonthValue()),
            Integer.toString(otherwise.getYear()));
  }
}
