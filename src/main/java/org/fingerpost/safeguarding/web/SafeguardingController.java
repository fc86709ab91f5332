package org.fingerpost.safeguarding.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.safeguarding.ConcernSeen;
import org.fingerpost.safeguarding.OverdueConcern;
import org.fingerpost.safeguarding.RaisedConcern;
import org.fingerpost.safeguarding.Safeguarding;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
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

/**
 * Raising a concern about somebody's safety, with what to do in danger before any form; and reading concerns, for those who may. For
 * everybody else a concern is not found, as if there were none.
 */
@Controller
@RequestMapping("/safeguarding")
class SafeguardingController {

  private static final int LONGEST = 4000;

  private final Safeguarding safeguarding;
  private final Referrals referrals;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final Clock clock;

  SafeguardingController(
      Safeguarding safeguarding,
      Referrals referrals,
      Schemes schemes,
      SchemeWords words,
      Staff staff,
      CurrentActor currentActor,
      Clock clock) {
    this.safeguarding = safeguarding;
    this.referrals = referrals;
    this.schemes = schemes;
    this.words = words;
    this.staff = staff;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** What is read here must not stay behind in a browser. */
  @ModelAttribute
  void leaveNothingBehind(jakarta.servlet.http.HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String list(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "concerns", safeguarding.list(me()).stream().map(concern -> shown(concern, language)).toList());
    return "safeguarding/list";
  }

  @GetMapping("/raise/{referralId}")
  String ask(@PathVariable String referralId, Locale locale, Model model) {
    return form(ownReferral(referralId), new RaisedConcern(false, null, null, null), Map.of(), locale, model);
  }

  @PostMapping("/raise/{referralId}")
  String raise(
      @PathVariable String referralId,
      @RequestParam(defaultValue = "false") boolean immediateDanger,
      @RequestParam(defaultValue = "") String seenOrSaid,
      @RequestParam(defaultValue = "") String whoAtRisk,
      @RequestParam(defaultValue = "") String alreadyTold,
      Locale locale,
      Model model) {
    var referral = ownReferral(referralId);
    var raised =
        new RaisedConcern(immediateDanger, tidy(seenOrSaid), tidy(whoAtRisk), tidy(alreadyTold));
    var errors = errors(referral.schemeId(), raised, Language.of(locale));
    if (!errors.isEmpty()) {
      return form(referral, raised, errors, locale, model);
    }
    try {
      return "redirect:/safeguarding/" + safeguarding.raise(referralId, raised, me());
    } catch (InvalidInput e) {
      e.problems()
          .forEach(problem -> errors.put(problem.field(), say(referral.schemeId(), locale, problem.messageKey())));
      return form(referral, raised, errors, locale, model);
    }
  }

  private Map<String, String> errors(String schemeId, RaisedConcern raised, Language language) {
    var errors = new LinkedHashMap<String, String>();
    var texts = new LinkedHashMap<String, String>();
    texts.put("seenOrSaid", raised.seenOrSaid());
    texts.put("whoAtRisk", raised.whoAtRisk());
    texts.put("alreadyTold", raised.alreadyTold());
    texts.forEach(
        (field, text) -> {
          if (text != null && text.length() > LONGEST) {
            errors.put(field, words.say(schemeId, language, "safeguarding.form.tooLong"));
          }
        });
    return errors;
  }

  private String form(
      ReferralSummary referral, RaisedConcern raised, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("referral", referral);
    model.addAttribute("schemeName", schemes.get(referral.schemeId()).name().in(language));
    model.addAttribute("local", say(referral.schemeId(), locale, "safeguarding.now.local"));
    model.addAttribute("raised", raised);
    model.addAttribute("errors", errors);
    return "safeguarding/raise";
  }

  @GetMapping("/{concernId}")
  String look(@PathVariable UUID concernId, Locale locale, Model model) {
    var seen =
        safeguarding
            .look(concernId, me())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("concern", shown(seen, Language.of(locale)));
    model.addAttribute("local", say(seen.schemeId(), locale, "safeguarding.now.local"));
    return "safeguarding/concern";
  }

  /** For administrators: that concerns wait, and nothing of them. */
  @GetMapping("/overdue")
  String overdue(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("overdue", safeguarding.overdue().stream().map(concern -> shown(concern, language)).toList());
    return "safeguarding/overdue";
  }

  private Overdue shown(OverdueConcern concern, Language language) {
    return new Overdue(
        schemes.get(concern.schemeId()).name().in(language), written(concern.dueAt(), language), concern.reminders());
  }

  private Shown shown(ConcernSeen concern, Language language) {
    return new Shown(
        concern.concernId().toString(),
        concern.referralId(),
        name(concern.raisedBy()),
        written(concern.raisedAt(), language),
        concern.immediateDanger(),
        concern.seenOrSaid(),
        concern.whoAtRisk(),
        concern.alreadyTold(),
        written(concern.dueAt(), language),
        concern.decision() == null
            ? null
            : words.say(concern.schemeId(), language, "safeguarding.decision." + concern.decision()),
        concern.decisionReason(),
        concern.decidedBy() == null ? null : name(concern.decidedBy()),
        concern.decidedAt() == null ? null : written(concern.decidedAt(), language),
        concern.decision() == null && concern.dueAt().isBefore(clock.instant()));
  }

  private String written(Instant at, Language language) {
    return DateTimeFormatter.ofPattern("HH:mm, d MMMM uuuu", language.locale()).format(at.atZone(clock.getZone()));
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }

  private String say(String schemeId, Locale locale, String key) {
    return words.say(schemeId, Language.of(locale), key);
  }

  private static String tidy(String text) {
    return text.isBlank() ? null : text.strip().replace("\r\n", "\n");
  }

  private String me() {
    return currentActor.get().id();
  }

  private ReferralSummary ownReferral(String referralId) {
    String scheme =
        staff
            .find(me())
            .map(Staff.Member::schemeId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    return referrals
        .find(referralId)
        .filter(referral -> referral.schemeId().equals(scheme))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A concern in words. */
  record Shown(
      String id,
      String reference,
      String raisedBy,
      String raisedAt,
      boolean immediateDanger,
      String seenOrSaid,
      String whoAtRisk,
      String alreadyTold,
      String dueAt,
      String decision,
      String decisionReason,
      String decidedBy,
      String decidedAt,
      boolean overdue) {

    @Override
    public String toString() {
      return "Shown[" + id + "]";
    }
  }

  /** A concern that waits too long, in words. */
  record Overdue(String scheme, String dueAt, int reminders) {}
}
