package org.fingerpost.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.SignpostAnswer;
import org.fingerpost.referral.SignpostSeen;
import org.fingerpost.referral.Signposting;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Scheme;
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

/**
 * The places that somebody was told about, behind a link: to read, to print, and to answer with one tap how it went. Nothing on the page
 * is about the person. Opening it changes nothing, because mail scanners open links; an answer takes a POST.
 */
@Controller
@RequestMapping("/signpost/{token}")
class SignpostController {

  private final Signposting signposting;
  private final Schemes schemes;
  private final SchemeWords words;

  SignpostController(Signposting signposting, Schemes schemes, SchemeWords words) {
    this.signposting = signposting;
    this.schemes = schemes;
    this.words = words;
  }

  /** The address holds a secret: it must not be kept, indexed or passed on. */
  @ModelAttribute
  void keepToYourself(HttpServletRequest request, HttpServletResponse response) {
    // The token of the form at the end of a long page is kept in a session, which cannot begin once the page is on its way.
    request.getSession();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  @GetMapping
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return signposting
        .look(token)
        .map(seen -> page(token, seen, Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping
  String answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer, HttpServletResponse response) {
    var given =
        Arrays.stream(SignpostAnswer.values())
            .filter(known -> known != SignpostAnswer.NO_ANSWER && known.name().equals(answer))
            .findFirst();
    if (given.isPresent() && signposting.answer(token, given.get()).isEmpty()) {
      return closed(response);
    }
    return "redirect:/signpost/" + token;
  }

  private String page(String token, SignpostSeen seen, Language language, Model model) {
    var scheme = schemes.get(seen.schemeId());
    model.addAttribute("token", token);
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("contact", scheme.contact().in(language));
    model.addAttribute("places", seen.activities().stream().map(offer -> place(scheme, offer, language)).toList());
    model.addAttribute("asks", seen.asks());
    model.addAttribute("given", seen.answer() == null ? null : seen.answer().name());
    model.addAttribute("answers", answers(scheme, language));
    model.addAttribute("referAgain", "/refer/" + scheme.id());
    model.addAttribute("until", WrittenDate.of(seen.until(), language));
    return "signpost/places";
  }

  private Map<String, String> answers(Scheme scheme, Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (var answer : List.of(SignpostAnswer.GOT_THERE, SignpostAnswer.NOT_YET, SignpostAnswer.LINK_WORKER)) {
      labels.put(
          answer.name(),
          words.say(scheme.id(), language, "referral.signpost.answer." + answer, scheme.workerTitle().in(language)));
    }
    return labels;
  }

  private Place place(Scheme scheme, ActivityOffer offer, Language language) {
    return new Place(
        offer.name().in(language),
        offer.organisationName(),
        offer.weekdays().isEmpty()
            ? words.say(scheme.id(), language, "referral.signpost.byAgreement")
            : offer.weekdays().stream()
                .map(DayOfWeek::name)
                .map(day -> words.say(scheme.id(), language, "weekday." + day))
                .collect(Collectors.joining(", ")),
        offer.areas().stream()
            .map(scheme::area)
            .map(area -> area.map(Area::name).map(name -> name.in(language)).orElse(null))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ")),
        words.say(scheme.id(), language, "activity-format." + offer.format()),
        offer.organisationPhone(),
        "/directory/" + scheme.id() + "/activities/" + offer.activityId());
  }

  /** Unknown and too old look the same. */
  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "signpost/closed";
  }

  /**
   * @param phone or {@code null}
   * @param page its page in the directory
   */
  record Place(String name, String organisation, String when, String where, String format, String phone, String page) {}
}
