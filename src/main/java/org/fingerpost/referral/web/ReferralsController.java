package org.fingerpost.referral.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a link worker or team lead sees of their scheme's referrals: reference, stage, next date, link worker, and no name. A referral
 * of another scheme is not found, whoever asks.
 */
@Controller
@RequestMapping("/referrals")
class ReferralsController {

  private static final int PAGE = 50;

  private final Referrals referrals;
  private final WithdrawingReferral withdrawing;
  private final Schemes schemes;
  private final Staff staff;
  private final CurrentActor currentActor;
  private final SchemeWords words;
  private final Clock clock;

  ReferralsController(
      Referrals referrals,
      WithdrawingReferral withdrawing,
      Schemes schemes,
      Staff staff,
      CurrentActor currentActor,
      SchemeWords words,
      Clock clock) {
    this.referrals = referrals;
    this.withdrawing = withdrawing;
    this.schemes = schemes;
    this.staff = staff;
    this.currentActor = currentActor;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "0") int page,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var scheme = schemes.get(ownScheme());
    int wanted = Math.max(0, Math.min(page, 10_000));
    var found = referrals.inScheme(scheme.id(), open, wanted, PAGE);
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("workerTitle", scheme.workerTitle().in(language));
    model.addAttribute("open", open);
    model.addAttribute("page", wanted);
    model.addAttribute("more", found.size() == PAGE);
    model.addAttribute("referrals", found);
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("names", names());
    return "referrals/list";
  }

  @GetMapping("/{referralId}/withdraw")
  String ask(@PathVariable String referralId, Locale locale, Model model) {
    return page(ownReferral(referralId), null, Map.of(), locale, model);
  }

  @PostMapping("/{referralId}/withdraw")
  String withdraw(
      @PathVariable String referralId,
      @RequestParam(required = false) String reason,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var referral = ownReferral(referralId);
    try {
      withdrawing.withdraw(referralId, reason, currentActor.get());
    } catch (InvalidInput e) {
      return page(referral, reason, errors(e, referral.schemeId(), Language.of(locale)), locale, model);
    }
    next.addFlashAttribute("withdrawn", referralId);
    return "redirect:/referrals";
  }

  private String page(
      ReferralSummary referral, String reason, Map<String, String> errors, Locale locale, Model model) {
    var reasons = new LinkedHashMap<String, String>();
    for (var code : WithdrawalReason.values()) {
      reasons.put(
          code.name(), words.say(referral.schemeId(), Language.of(locale), "withdrawal-reason." + code));
    }
    model.addAttribute("referral", referral);
    model.addAttribute("reasons", reasons);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "referrals/withdraw";
  }

  private Map<String, String> errors(InvalidInput refused, String schemeId, Language language) {
    var errors = new LinkedHashMap<String, String>();
    for (var problem : refused.problems()) {
      errors.putIfAbsent(
          problem.field(), words.say(schemeId, language, problem.messageKey(), problem.args().toArray()));
    }
    return errors;
  }

  private ReferralSummary ownReferral(String referralId) {
    String scheme = ownScheme();
    return referrals
        .find(referralId)
        .filter(referral -> referral.schemeId().equals(scheme))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String ownScheme() {
    return staff
        .find(currentActor.get().id())
        .map(Staff.Member::schemeId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  /** Colleagues' names by user id. */
  private Map<String, String> names() {
    return staff.inRole(Staff.LINK_WORKERS).stream()
        .collect(Collectors.toMap(Staff.Member::userId, Staff.Member::displayName));
  }
}
