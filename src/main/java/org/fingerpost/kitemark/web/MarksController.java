package org.fingerpost.kitemark.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.fingerpost.kitemark.Award;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.SuspendingMarks;
import org.fingerpost.kitemark.Suspension;
import org.fingerpost.kitemark.SuspensionReason;
import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The marks of a scheme, for its assessors: what each is, what happened to it, and raising its suspension. */
@Controller
@RequestMapping("/kitemark/marks")
class MarksController {

  private static final int LONGEST = 4000;

  private final Awards awards;
  private final Suspensions suspensions;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final Words words;
  private final Clock clock;

  MarksController(
      Awards awards,
      Suspensions suspensions,
      Staff staff,
      CurrentActor currentActor,
      Words words,
      Clock clock) {
    this.awards = awards;
    this.suspensions = suspensions;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
    this.clock = clock;
  }

  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String list(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "marks", awards.inScheme(myScheme()).stream().map(award -> line(award, language)).toList());
    return "kitemark/marks";
  }

  private Line line(Award award, Language language) {
    return new Line(
        award.awardId(),
        suspensions.holderOf(award),
        award.reference(),
        words.say(language, "kitemark.register.level." + award.level()),
        award.status().name(),
        words.say(language, "kitemark.register.status." + award.status()),
        day(award.validUntil(), language));
  }

  @GetMapping("/{awardId}")
  String look(@PathVariable UUID awardId, Locale locale, Model model) {
    var award = own(awardId);
    suspensions.looked(award);
    return page(award, "", "", Map.of(), Language.of(locale), model);
  }

  @PostMapping("/{awardId}/suspend")
  String suspend(
      @PathVariable UUID awardId,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String text,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var award = own(awardId);
    var language = Language.of(locale);
    var errors = new LinkedHashMap<String, String>();
    var chosen = SuspensionReason.raisedByPeople().stream().filter(one -> one.name().equals(reason)).findFirst();
    if (chosen.isEmpty()) {
      errors.put("reason", words.say(language, "kitemark.form.suspension-code.required"));
    }
    if (text.isBlank()) {
      errors.put("text", words.say(language, "kitemark.form.suspension-text.required"));
    } else if (text.length() > LONGEST) {
      errors.put("text", words.say(language, "kitemark.form.suspension-text.long"));
    }
    if (errors.isEmpty()) {
      try {
        suspensions.raise(awardId, chosen.orElseThrow(), text.strip().replace("\r\n", "\n"), me());
        return "redirect:/kitemark/marks/" + awardId + "?raised";
      } catch (InvalidInput e) {
        errors.putAll(PageErrors.of(e.problems(), words, language));
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(award, reason, text, errors, language, model);
  }

  private String page(
      Award award, String reason, String text, Map<String, String> errors, Language language, Model model) {
    var all = suspensions.ofAward(award.awardId());
    boolean open = all.stream().anyMatch(Suspension::open);
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    model.addAttribute("mark", line(award, language));
    model.addAttribute("dates", dates(award, language));
    model.addAttribute(
        "promises",
        awards.conditionsOf(award.awardId()).stream()
            .map(
                one ->
                    new Promise(
                        words.say(language, "kitemark.condition." + one.code()),
                        day(one.dueOn(), language),
                        one.open() ? null : day(one.metOn(), language)))
            .toList());
    model.addAttribute("history", all.stream().map(one -> told(one, language)).toList());
    model.addAttribute("suspendable", award.status() == AwardStatus.CURRENT && !open);
    model.addAttribute("reasons", reasons(language));
    model.addAttribute("typedReason", reason);
    model.addAttribute("typedText", text);
    return "kitemark/mark-of-scheme";
  }

  private Map<String, String> dates(Award award, Language language) {
    var dates = new LinkedHashMap<String, String>();
    Stream.of(
            new Object[] {"awarded", award.awardedOn()},
            new Object[] {"valid", award.validUntil()},
            new Object[] {"insurance", award.insuranceUntil()},
            new Object[] {"dbs", award.dbsUntil()},
            new Object[] {"training", award.trainingUntil()},
            new Object[] {"check", award.nextCheckOn()})
        .filter(date -> date[1] != null)
        .forEach(
            date -> dates.put(words.say(language, "kitemark.register.date." + date[0]), day((LocalDate) date[1], language)));
    return dates;
  }

  private Map<String, String> reasons(Language language) {
    var reasons = new LinkedHashMap<String, String>();
    SuspensionReason.raisedByPeople().forEach(one -> reasons.put(one.name(), words.say(language, "kitemark.suspension." + one)));
    return reasons;
  }

  private Told told(Suspension one, Language language) {
    return new Told(
        words.say(language, "kitemark.suspension." + one.reason()),
        who(one.raisedBy(), language) + ", " + day(one.raisedAt(), language),
        one.text(),
        one.confirmedBy() == null ? null : who(one.confirmedBy(), language) + ": " + one.confirmNote(),
        one.settledBy() == null ? null : who(one.settledBy(), language) + ": " + one.settleReason(),
        one.endConfirmedBy() == null ? null : who(one.endConfirmedBy(), language) + ": " + one.endNote(),
        one.outcome() == null
            ? words.say(language, one.suspendedAt() == null ? "kitemark.register.waits" : "kitemark.register.unsettled")
            : words.say(language, "kitemark.suspension-outcome." + one.outcome()) + ", " + day(one.overAt(), language));
  }

  private String who(String userId, Language language) {
    return SuspendingMarks.FINGERPOST.equals(userId)
        ? words.say(language, "kitemark.raised-by-date")
        : staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private String day(Instant at, Language language) {
    return day(LocalDate.ofInstant(at, clock.getZone()), language);
  }

  private static String day(LocalDate day, Language language) {
    return WrittenDate.of(day, language);
  }

  /** Marks of other schemes are not found, as if there were none. */
  private Award own(UUID awardId) {
    try {
      var award = awards.get(awardId);
      if (award.schemeId().equals(myScheme())) {
        return award;
      }
    } catch (NoSuchElementException e) {
      // The same answer as for somebody else's.
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private String myScheme() {
    return staff
        .find(me())
        .map(Staff.Member::schemeId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String me() {
    return currentActor.get().id();
  }

  /** A mark in the list. */
  record Line(
      UUID awardId, String organisationName, String reference, String level, String status, String statusWords, String validUntil) {}

  /**
   * @param metOn or {@code null}
   */
  record Promise(String what, String dueOn, String metOn) {}

  /** A suspension, in words; each but the first two and the last may be {@code null}. */
  record Told(
      String reason, String raised, String text, String confirmed, String settled, String ended, String outcome) {}
}
