package org.fingerpost.workbench.draft;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.platform.engine.ModelGuard.Refusal;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.check.CheckWords;
import org.fingerpost.workbench.check.ModelChecks;
import org.springframework.stereotype.Component;

/** What the pages about drafts have in common: whose drafts they are, names, times and findings in words. */
@Component
class DraftDesk {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Drafts drafts;
  private final LiveModels live;
  private final ModelChecks checks;
  private final CheckWords checkWords;
  private final Schemes schemes;
  private final Staff staff;
  private final CurrentActor actor;
  private final Words words;

  DraftDesk(
      Drafts drafts,
      LiveModels live,
      ModelChecks checks,
      CheckWords checkWords,
      Schemes schemes,
      Staff staff,
      CurrentActor actor,
      Words words) {
    this.drafts = drafts;
    this.live = live;
    this.checks = checks;
    this.checkWords = checkWords;
    this.schemes = schemes;
    this.staff = staff;
    this.actor = actor;
    this.words = words;
  }

  /**
   * One finding in words.
   *
   * @param element id of the element in the drawing or table
   */
  record Found(boolean error, String file, String element, String sentence) {}

  /** The draft, if it is one that the reader may see. */
  Draft draft(UUID id) {
    var draft = drafts.get(id);
    if (!mayHave(draft.schemeId())) {
      throw new NoSuchDraft();
    }
    return draft;
  }

  /** A manager of one scheme changes that scheme's models; one above the schemes changes all of them. */
  boolean mayHave(String schemeId) {
    var own = staff.find(actor.get().id()).map(Staff.Member::schemeId).orElse(null);
    return own == null || own.equals(schemeId);
  }

  List<Draft> mine(List<Draft> all) {
    return all.stream().filter(draft -> mayHave(draft.schemeId())).toList();
  }

  /** What the reader may begin a draft for, by id in words; the empty id is what all schemes share. */
  Map<String, String> choices(Language language) {
    var choices = new LinkedHashMap<String, String>();
    if (mayHave(null)) {
      choices.put("", words.say(language, "drafts.shared"));
    }
    schemes.all().stream()
        .filter(scheme -> mayHave(scheme.id()))
        .forEach(scheme -> choices.put(scheme.id(), scheme.name().in(language)));
    return choices;
  }

  /** Whether this is a scheme, or nothing for all of them. */
  boolean isAScheme(String schemeId) {
    return schemeId == null || schemes.find(schemeId).isPresent();
  }

  String scheme(String schemeId, Language language) {
    return schemeId == null
        ? words.say(language, "drafts.shared")
        : schemes.find(schemeId).map(Scheme::name).map(name -> name.in(language)).orElse(schemeId);
  }

  /** How colleagues know somebody. */
  String person(String userId) {
    return userId == null ? "–" : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  String when(Instant at, Language language) {
    var london = at.atZone(EngineClock.LONDON);
    return WrittenDate.of(london.toLocalDate(), language) + ", " + CLOCK.format(london);
  }

  String time(Instant at) {
    return CLOCK.format(at.atZone(EngineClock.LONDON));
  }

  /** Everything the checks find in a draft, errors first. */
  List<Found> findings(Draft draft, Language language) {
    if (draft.files().isEmpty()) {
      return List.of();
    }
    return checks.check(draft).stream()
        .map(
            finding ->
                new Found(finding.isError(), finding.file(), Objects.toString(finding.elementId(), ""), checkWords.say(language, finding)))
        .sorted((one, other) -> Boolean.compare(other.error(), one.error()))
        .toList();
  }

  /** A refusal of the guard in words, the element first. */
  String sentence(Refusal refusal, Language language) {
    var named = new ArrayList<Object>();
    named.add(refusal.element());
    named.addAll(refusal.args());
    return words.say(language, "checks.guard." + refusal.code(), named.toArray());
  }

  /** The first few refusals in words. */
  List<String> sentences(ContentRefused refused, Language language) {
    return refused.refusals().stream().limit(5).map(refusal -> sentence(refusal, language)).distinct().toList();
  }

  /** The files that can be put into a draft: what is live for its scheme and not in it, by name. */
  Map<String, String> addable(Draft draft) {
    var names = new TreeMap<String, String>();
    live.all(draft.schemeId()).keySet().stream()
        .filter(name -> !draft.files().containsKey(name))
        .forEach(name -> names.put(name, name));
    return names;
  }
}
