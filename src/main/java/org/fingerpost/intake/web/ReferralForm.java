package org.fingerpost.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.intake.receiving.RateLimits;
import org.fingerpost.intake.receiving.Receipt;
import org.fingerpost.intake.receiving.ReceivingOnce;
import org.fingerpost.intake.receiving.Sending;
import org.fingerpost.intake.receiving.TrackingLinks;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The referral form: one theme per page, every page the same three moves. Sending a page keeps what was typed, right or wrong, and
 * leads on, or back to the same page, which then shows what is wrong. So the language can be switched anywhere, and neither the
 * "Back" button nor a reloaded page loses anything.
 *
 * <p>Addresses carry the scheme and the page, never anything about a person.
 */
@Controller
@RequestMapping("/refer/{schemeId}")
class ReferralForm {

  /** The sender of referrals from the form, as far as repetitions are concerned; sending keys are random. */
  private static final String CLIENT = "web";

  /** A sending key stands for one draft, so the second sending is the same request whatever it says. */
  private static final String SAME_REQUEST = Tokens.hash(CLIENT);

  private final Schemes schemes;
  private final DraftReader reader;
  private final FormWords formWords;
  private final DraftSummary summary;
  private final ReceivingOnce receiving;
  private final Sending sending;
  private final RateLimits limits;
  private final TrackingLinks links;
  private final Words words;
  private final Clock clock;

  ReferralForm(
      Schemes schemes,
      DraftReader reader,
      FormWords formWords,
      DraftSummary summary,
      ReceivingOnce receiving,
      Sending sending,
      RateLimits limits,
      TrackingLinks links,
      Words words,
      Clock clock) {
    this.schemes = schemes;
    this.reader = reader;
    this.formWords = formWords;
    this.summary = summary;
    this.receiving = receiving;
    this.sending = sending;
    this.limits = limits;
    this.links = links;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String begin(@PathVariable String schemeId, HttpSession session, Model model) {
    var scheme = scheme(schemeId);
    describe(scheme, model);
    model.addAttribute("sources", scheme.sourcesLive(LocalDate.now(clock)).stream().map(s -> s.label().in(language())).toList());
    model.addAttribute("unfinished", draft(session, scheme).isPresent());
    return "refer/begin";
  }

  @PostMapping
  String start(@PathVariable String schemeId, HttpSession session) {
    var scheme = scheme(schemeId);
    var draft = new ReferralDraft(scheme.id());
    if (session.getAttribute(ChoosingScheme.POSTCODE) instanceof String postcode) {
      draft.answer("person.postcode", List.of(postcode));
    }
    keep(session, draft);
    return to(scheme, reader.steps(draft, scheme).get(0), false);
  }

  @GetMapping("/{path}")
  String show(
      @PathVariable String schemeId,
      @PathVariable String path,
      @RequestParam(required = false) String change,
      HttpSession session,
      Model model) {
    var scheme = scheme(schemeId);
    var step = Step.of(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var found = draft(session, scheme);
    if (found.isEmpty()) {
      return sentDraft(session, scheme).isPresent() ? "redirect:/refer/" + scheme.id() + "/done" : expired(scheme);
    }
    var draft = found.get();
    var steps = reader.steps(draft, scheme);
    var problems = reader.problems(draft, scheme);
    var first = steps.stream().filter(problems::containsKey).findFirst().orElse(Step.CHECK);
    if (!steps.contains(step) || steps.indexOf(step) > steps.indexOf(first)) {
      return to(scheme, first, false);
    }
    boolean changing = change != null;
    fill(model, scheme, draft, step, problems.getOrDefault(step, List.of()), changing);
    return "refer/" + step.path();
  }

  @PostMapping("/{path}")
  String answer(
      @PathVariable String schemeId,
      @PathVariable String path,
      @RequestParam(required = false) String change,
      HttpSession session,
      HttpServletRequest request) {
    var scheme = scheme(schemeId);
    var step = Step.of(path).filter(s -> s != Step.CHECK).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var found = draft(session, scheme);
    if (found.isEmpty()) {
      return expired(scheme);
    }
    var draft = found.get();
    var kindBefore = reader.kind(draft, scheme);
    draft.answer(step, request.getParameterMap());
    if (step == Step.WHO && kindBefore != null && kindBefore != reader.kind(draft, scheme)) {
      // What somebody agreed to, and who says so, are other questions for another kind of referrer.
      draft.forget(Step.REFERRER);
      draft.forget(Step.CONSENT);
    }
    keep(session, draft);
    var steps = reader.steps(draft, scheme);
    var problems = reader.problems(draft, scheme);
    boolean changing = change != null;
    if (problems.containsKey(step)) {
      return to(scheme, step, changing);
    }
    if (changing) {
      return to(scheme, steps.stream().filter(problems::containsKey).findFirst().orElse(Step.CHECK), true);
    }
    return to(scheme, steps.get(steps.indexOf(step) + 1), false);
  }

  @PostMapping("/check")
  String send(
      @PathVariable String schemeId,
      @RequestParam(required = false) String sendingKey,
      HttpSession session,
      HttpServletRequest request,
      Model model) {
    var scheme = scheme(schemeId);
    var found = draft(session, scheme);
    if (found.isEmpty()) {
      return sentDraft(session, scheme).isPresent() ? "redirect:/refer/" + scheme.id() + "/done" : expired(scheme);
    }
    var draft = found.get();
    if (!draft.sendingKey().equals(sendingKey) || !reader.problems(draft, scheme).isEmpty()) {
      return to(scheme, Step.CHECK, false); // which leads to the page that lacks something
    }
    limits.submission(request.getRemoteAddr());
    try {
      draft.sent(receive(draft, scheme));
    } catch (InvalidInput refused) {
      fill(model, scheme, draft, Step.CHECK, refused.problems(), false);
      return "refer/check";
    }
    keep(session, draft);
    session.removeAttribute(ChoosingScheme.POSTCODE);
    return "redirect:/refer/" + scheme.id() + "/done";
  }

  @GetMapping("/done")
  String done(@PathVariable String schemeId, HttpSession session, Model model) {
    var scheme = scheme(schemeId);
    var sent = sentDraft(session, scheme);
    if (sent.isEmpty()) {
      return "redirect:/refer/" + scheme.id();
    }
    describe(scheme, model);
    model.addAttribute("sentReference", sent.get().sentReference());
    model.addAttribute("trackingLink", links.of(sent.get().sentToken()));
    return "refer/done";
  }

  private Receipt receive(ReferralDraft draft, Scheme scheme) {
    var request = reader.request(draft, scheme, language());
    return sending.as(
        sending.visitor(), () -> receiving.receive(CLIENT, draft.sendingKey(), SAME_REQUEST, request));
  }

  private void fill(
      Model model, Scheme scheme, ReferralDraft draft, Step step, List<Problem> problems, boolean changing) {
    var language = language();
    var steps = reader.steps(draft, scheme);
    var kind = reader.kind(draft, scheme);
    describe(scheme, model);
    model.addAttribute("a", draft);
    model.addAttribute("kind", kind == null ? null : kind.name());
    model.addAttribute("who", kind == ReferrerKind.SELF ? "self" : "other");
    model.addAttribute("changing", changing);
    model.addAttribute("formLink", "/refer/" + scheme.id() + "/" + step.path() + (changing ? "?change=yes" : ""));
    model.addAttribute("backLink", back(scheme, steps, step, changing));
    formWords.options(step, scheme, reader.kinds(scheme), language).forEach(model::addAttribute);
    if (step == Step.CHECK) {
      model.addAttribute("sendingKey", draft.sendingKey());
      model.addAttribute("groups", summary.of(draft, scheme, steps, language));
    }
    if (step == Step.CHECK || draft.tried(step)) {
      model.addAttribute(
          PageErrors.ATTRIBUTE, PageErrors.of(formWords.addressed(problems, kind, language), words, language));
    }
    if (step == Step.CONSENT && !draft.tried(step)) {
      var today = LocalDate.now(clock);
      model.addAttribute("consentOn", date(today.getDayOfMonth(), today.getMonthValue(), today.getYear()));
    } else if (step == Step.CONSENT) {
      model.addAttribute(
          "consentOn", date(draft.one("consent.on-day"), draft.one("consent.on-month"), draft.one("consent.on-year")));
    }
    if (step == Step.CONTACT) {
      var chosen = draft.one("person.preferredLanguage");
      model.addAttribute("preferredLanguage", chosen == null && !draft.tried(step) ? language.name() : chosen);
    }
  }

  private static Map<String, String> date(Object day, Object month, Object year) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("day", day == null ? null : day.toString());
    parts.put("month", month == null ? null : month.toString());
    parts.put("year", year == null ? null : year.toString());
    return parts;
  }

  private void describe(Scheme scheme, Model model) {
    var language = language();
    model.addAttribute("schemeId", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("workerTitle", scheme.workerTitle().in(language));
    model.addAttribute("whoFor", scheme.whoFor().in(language));
    model.addAttribute("contact", scheme.contact().in(language));
  }

  private static String back(Scheme scheme, List<Step> steps, Step step, boolean changing) {
    if (changing) {
      return "/refer/" + scheme.id() + "/" + Step.CHECK.path();
    }
    int at = steps.indexOf(step);
    return "/refer/" + scheme.id() + (at == 0 ? "" : "/" + steps.get(at - 1).path());
  }

  private static String to(Scheme scheme, Step step, boolean changing) {
    return "redirect:/refer/" + scheme.id() + "/" + step.path() + (changing && step != Step.CHECK ? "?change=yes" : "");
  }

  private static String expired(Scheme scheme) {
    return "redirect:/refer/" + scheme.id() + "?expired";
  }

  private Scheme scheme(String id) {
    return schemes.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<ReferralDraft> draft(HttpSession session, Scheme scheme) {
    return kept(session, scheme).filter(draft -> !draft.isSent());
  }

  private static Optional<ReferralDraft> sentDraft(HttpSession session, Scheme scheme) {
    return kept(session, scheme).filter(ReferralDraft::isSent);
  }

  private static Optional<ReferralDraft> kept(HttpSession session, Scheme scheme) {
    return session.getAttribute(attribute(scheme.id())) instanceof ReferralDraft draft ? Optional.of(draft) : Optional.empty();
  }

  private static void keep(HttpSession session, ReferralDraft draft) {
    session.setAttribute(attribute(draft.schemeId()), draft);
  }

  private static String attribute(String schemeId) {
    return "fingerpost.referral-draft." + schemeId;
  }

  private static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }
}
