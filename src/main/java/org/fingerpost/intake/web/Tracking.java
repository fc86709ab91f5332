package org.fingerpost.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.intake.receiving.RateLimits;
import org.fingerpost.intake.receiving.Sending;
import org.fingerpost.caseload.WaitingList;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.i18n.LocaleContextHolder;
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

/**
 * Tells the holder of a tracking link how a referral goes: a stage in words and the next date, nothing personal, and only as much as
 * the person agreed to. A link that opens nothing gets one and the same page, whatever the reason.
 *
 * <p>Looking changes nothing, because mail scanners open links; withdrawing takes a second page and a POST.
 */
@Controller
@RequestMapping("/track/{token}")
class Tracking {

  private final Referrals referrals;
  private final WaitingList waiting;
  private final WithdrawingReferral withdrawing;
  private final Consents consents;
  private final Schemes schemes;
  private final SchemeWords schemeWords;
  private final Words words;
  private final Sending sending;
  private final RateLimits limits;

  Tracking(
      Referrals referrals,
      WaitingList waiting,
      WithdrawingReferral withdrawing,
      Consents consents,
      Schemes schemes,
      SchemeWords schemeWords,
      Words words,
      Sending sending,
      RateLimits limits) {
    this.referrals = referrals;
    this.waiting = waiting;
    this.withdrawing = withdrawing;
    this.consents = consents;
    this.schemes = schemes;
    this.schemeWords = schemeWords;
    this.words = words;
    this.sending = sending;
    this.limits = limits;
  }

  /** The address holds a secret: it must not be kept, indexed or passed on to the next page's server. */
  @ModelAttribute
  void protect(HttpServletRequest request, HttpServletResponse response) {
    limits.tracking(request.getRemoteAddr());
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  @GetMapping
  String show(@PathVariable String token, Model model, HttpServletResponse response) {
    var referral = referral(token);
    if (referral.isEmpty()) {
      return unknown(response);
    }
    describe(referral.get(), token, model);
    return "track/track";
  }

  @GetMapping("/withdraw")
  String askToWithdraw(@PathVariable String token, Model model, HttpServletResponse response) {
    var referral = referral(token);
    if (referral.isEmpty()) {
      return unknown(response);
    }
    if (!referral.get().open()) {
      return "redirect:/track/" + token;
    }
    describe(referral.get(), token, model);
    model.addAttribute("reasons", reasons());
    return "track/withdraw";
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable String token,
      @RequestParam(name = "withdrawalReason", defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    var referral = referral(token);
    if (referral.isEmpty()) {
      return unknown(response);
    }
    if (!reasons().containsKey(reason)) {
      return askAgain(referral.get(), token, model, "intake.problem.withdrawalReason");
    }
    var actor = sending.visitor();
    try {
      sending.as(
          actor,
          () -> {
            withdrawing.withdraw(referral.get().referralId(), reason, actor);
            return null;
          });
    } catch (InvalidInput refused) {
      // It ended in another way in the meantime: its own page says how.
      return "redirect:/track/" + token;
    }
    return "redirect:/track/" + token + "?withdrawn";
  }

  private String askAgain(ReferralSummary referral, String token, Model model, String problem) {
    describe(referral, token, model);
    model.addAttribute("reasons", reasons());
    model.addAttribute(PageErrors.ATTRIBUTE, Map.of("withdrawalReason", words.say(language(), problem)));
    return "track/withdraw";
  }

  private Optional<ReferralSummary> referral(String token) {
    return referrals.byTrackingToken(token);
  }

  private static String unknown(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "track/unknown";
  }

  private void describe(ReferralSummary referral, String token, Model model) {
    var language = language();
    var scheme = schemes.get(referral.schemeId());
    boolean mayTell = consents.granted(referral.referralId(), Consent.Purpose.TELL_REFERRER, null);
    model.addAttribute("trackLink", "/track/" + token);
    model.addAttribute("sentReference", referral.referralId());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("contact", scheme.contact().in(language));
    model.addAttribute("open", referral.open());
    model.addAttribute("withdrawn", referral.closedState() == ClosedState.WITHDRAWN);
    model.addAttribute("mayTell", mayTell);
    model.addAttribute("now", now(referral, mayTell, scheme.workerTitle().in(language)));
    if (mayTell && referral.open() && referral.stage() == Stage.RECEIVED) {
      waiting
          .placeOf(referral.schemeId(), referral.referralId())
          .ifPresent(
              place ->
                  model.addAttribute(
                      "waiting",
                      say(
                          referral, "intake.track.waiting", scheme.workerTitle().in(language), place.place(),
                          place.length())));
    }
    if (mayTell && referral.open()) {
      model.addAttribute("stages", stages(referral));
      model.addAttribute(
          "nextDate",
          referral.nextDate() == null
              ? null
              : DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(referral.nextDate()));
    }
  }

  /** Where it stands, in one sentence. Without the person's agreement the sentence says only that it was received, or closed. */
  private String now(ReferralSummary referral, boolean mayTell, String workerTitle) {
    if (referral.open()) {
      return mayTell ? say(referral, "intake.track.stage." + referral.stage(), workerTitle) : say(referral, "intake.track.received");
    }
    if (referral.closedState() == ClosedState.WITHDRAWN) {
      return say(referral, "intake.track.closed.WITHDRAWN");
    }
    return mayTell ? say(referral, "intake.track.closed." + referral.closedState(), workerTitle) : say(referral, "intake.track.closed");
  }

  private String say(ReferralSummary referral, String key, Object... args) {
    return schemeWords.say(referral.schemeId(), language(), key, args);
  }

  private List<Line> stages(ReferralSummary referral) {
    var lines = new ArrayList<Line>();
    for (var stage : Stage.values()) {
      var state =
          stage == referral.stage() ? "now" : stage.compareTo(referral.stage()) < 0 ? "done" : "ahead";
      lines.add(new Line(words.say(language(), "intake.track.short." + stage), state));
    }
    return lines;
  }

  /** A death is told to the scheme, by telephone, not to a form. */
  private Map<String, String> reasons() {
    var labels = new LinkedHashMap<String, String>();
    for (var reason : WithdrawalReason.values()) {
      if (reason != WithdrawalReason.DIED) {
        labels.put(reason.name(), words.say(language(), "intake.withdraw.reason." + reason));
      }
    }
    return labels;
  }

  private static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  /**
   * A stage in the list.
   *
   * @param words the stage, in a few words
   * @param state {@code done}, {@code now} or {@code ahead}
   */
  record Line(String words, String state) {}
}
