package org.fingerpost.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.directory.Directory;
import org.fingerpost.directory.Entry;
import org.fingerpost.directory.EntryField;
import org.fingerpost.directory.EntryValues;
import org.fingerpost.directory.ListingStatus;
import org.fingerpost.directory.OwnEntry;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An organisation's own entry behind a link: one tap for the places of this week, a button to pause, a form for the rest. Opening changes
 * nothing, because mail scanners open links. Whoever asks for a link is told the same whether there is one or not.
 */
@Controller
@RequestMapping("/directory/mine")
class OwnEntryController {

  private final OwnEntry ownEntry;
  private final Directory directory;
  private final EntryValues values;
  private final Schemes schemes;
  private final Said said;
  private final Words words;

  OwnEntryController(
      OwnEntry ownEntry, Directory directory, EntryValues values, Schemes schemes, Said said, Words words) {
    this.ownEntry = ownEntry;
    this.directory = directory;
    this.values = values;
    this.schemes = schemes;
    this.said = said;
    this.words = words;
  }

  /** The address holds a secret: it must not be kept, indexed or passed on. */
  @ModelAttribute
  void keepToYourself(HttpServletRequest request, HttpServletResponse response) {
    // The token of the forms on a long page is kept in a session, which cannot begin once the page is on its way.
    request.getSession();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  // ---- asking for the link

  @GetMapping
  String ask() {
    return "directory/ask";
  }

  @PostMapping
  String asked(@RequestParam(defaultValue = "") String email, Locale locale, Model model, HttpServletResponse response) {
    if (!email.strip().matches("[^@\\s]{1,100}@[^@\\s]{1,100}")) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, Map.of("email", words.say(Language.of(locale), "directory.refused.email")));
      model.addAttribute("email", email);
      return "directory/ask";
    }
    ownEntry.askedFor(email);
    return "redirect:/directory/mine/sent";
  }

  @GetMapping("/sent")
  String sent() {
    return "directory/sent";
  }

  // ---- the page

  /**
   * One activity on the page.
   *
   * @param tapped what was tapped this week, or {@code null}
   */
  record Row(String activityId, String name, boolean paused, Integer tapped, Said.Facts facts) {}

  @GetMapping("/{token}")
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    var language = Language.of(locale);
    return ownEntry
        .look(token)
        .map(
            mine -> {
              var organisation = mine.organisation();
              var scheme = schemes.get(organisation.schemeId());
              var rows =
                  mine.activities().stream()
                      .map(entry -> row(scheme, entry, language))
                      .toList();
              model.addAttribute("token", token);
              model.addAttribute("organisation", organisation);
              model.addAttribute("schemeName", scheme.name().in(language));
              model.addAttribute("entries", rows);
              model.addAttribute("taps", taps(language));
              model.addAttribute("paused", organisation.status() == ListingStatus.TEMPORARILY_CLOSED);
              model.addAttribute("itself", shown(scheme, mine.itself(), false, language));
              model.addAttribute("confirmed", WrittenDate.of(organisation.confirmedOn(), language));
              model.addAttribute("until", WrittenDate.of(mine.until(), language));
              return "directory/mine";
            })
        .orElseGet(() -> closed(response));
  }

  private Row row(Scheme scheme, Entry entry, Language language) {
    var offer = directory.activity(scheme.id(), entry.activityId());
    return new Row(
        entry.activityId(),
        entry.value(language == Language.CY ? EntryField.NAME_CY : EntryField.NAME_EN),
        "TEMPORARILY_CLOSED".equals(entry.value(EntryField.STATUS)),
        offer.map(one -> said.placesKnown(one)).orElse(null),
        offer.map(one -> said.facts(scheme, one, language)).orElse(null));
  }

  /** Of what the form asks for, what there is, in words. */
  private Map<String, String> shown(Scheme scheme, Entry entry, boolean activity, Language language) {
    var shown = new LinkedHashMap<String, String>();
    for (EntryField field : OwnEntry.fields(activity)) {
      shown.put(words.say(language, "directory.field." + field), values.say(scheme, field, entry.value(field), language));
    }
    return shown;
  }

  private Map<Integer, String> taps(Language language) {
    var taps = new LinkedHashMap<Integer, String>();
    for (int places : OwnEntry.TAPS) {
      taps.put(places, places == OwnEntry.MANY ? words.say(language, "directory.mine.many") : Integer.toString(places));
    }
    return taps;
  }

  // ---- one tap

  @PostMapping("/{token}/places")
  String places(
      @PathVariable String token,
      @RequestParam String activity,
      @RequestParam(defaultValue = "-1") int places,
      RedirectAttributes next,
      HttpServletResponse response) {
    return after(ownEntry.places(token, activity, places), token, "places", next, response);
  }

  @PostMapping("/{token}/pause")
  String pause(
      @PathVariable String token,
      @RequestParam(required = false) String activity,
      @RequestParam boolean pause,
      RedirectAttributes next,
      HttpServletResponse response) {
    return after(ownEntry.pause(token, activity, pause), token, pause ? "paused" : "resumed", next, response);
  }

  @PostMapping("/{token}/confirm")
  String confirm(@PathVariable String token, RedirectAttributes next, HttpServletResponse response) {
    return after(ownEntry.confirm(token), token, "confirmed", next, response);
  }

  private static String after(
      boolean done, String token, String what, RedirectAttributes next, HttpServletResponse response) {
    if (!done) {
      return closed(response);
    }
    next.addFlashAttribute("done", what);
    return "redirect:/directory/mine/" + token;
  }

  // ---- the form

  /**
   * One field of the form.
   *
   * @param kind as the template asks for it: LINE, TEXT, CODE, CODES
   * @param options by code; empty for what is typed
   */
  record Field(String name, String label, String hint, String kind, String value, Set<String> values, Map<String, String> options) {}

  @GetMapping("/{token}/change")
  String form(
      @PathVariable String token,
      @RequestParam(required = false) String activity,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return ownEntry
        .look(token)
        .flatMap(mine -> activity == null ? Optional.of(mine.itself()) : mine.activity(activity))
        .map(entry -> page(token, entry, written(entry), Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/{token}/change")
  String change(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    String activity = sent.getFirst("activity");
    var typed =
        sent.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> String.join(" ", one.getValue()).strip()));
    try {
      return after(ownEntry.change(token, activity, typed), token, "changed", next, response);
    } catch (InvalidInput e) {
      var language = Language.of(locale);
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, language));
      return ownEntry
          .look(token)
          .flatMap(mine -> activity == null ? Optional.of(mine.itself()) : mine.activity(activity))
          .map(entry -> page(token, entry, typed, language, model))
          .orElseGet(() -> closed(response));
    }
  }

  /** The values as the form shows them: prices in pounds. */
  private static Map<String, String> written(Entry entry) {
    var written = new LinkedHashMap<String, String>();
    entry.values().forEach((field, value) -> written.put(field.name(), value));
    String pence = entry.value(EntryField.COST_PENCE);
    if (pence != null) {
      written.put(EntryField.COST_PENCE.name(), EntryValues.pounds(Integer.parseInt(pence)).substring(1));
    }
    return written;
  }

  private String page(String token, Entry entry, Map<String, String> written, Language language, Model model) {
    var scheme = schemes.get(entry.schemeId());
    boolean activity = entry.activityId() != null;
    model.addAttribute("token", token);
    model.addAttribute("activity", entry.activityId());
    model.addAttribute(
        "name",
        entry.value(!activity ? EntryField.ORGANISATION_NAME : language == Language.CY ? EntryField.NAME_CY : EntryField.NAME_EN));
    model.addAttribute("fields", OwnEntry.fields(activity).stream().map(field -> field(scheme, field, written, language)).toList());
    return "directory/change";
  }

  private Field field(Scheme scheme, EntryField field, Map<String, String> written, Language language) {
    String value = written.getOrDefault(field.name(), "");
    String shown = value == null ? "" : value;
    boolean yesNo = field.kind() == EntryField.Kind.YES_NO;
    Map<String, String> options =
        yesNo
            ? new LinkedHashMap<>(Map.of("true", words.say(language, "directory.yes"), "false", words.say(language, "directory.no")))
            : values.options(scheme, field, language);
    return new Field(
        field.name(),
        words.say(language, "directory.field." + field),
        hint(field, language),
        switch (field.kind()) {
          case TEXT -> "TEXT";
          case CODE, YES_NO -> "CODE";
          case CODES -> "CODES";
          default -> "LINE";
        },
        shown,
        Set.copyOf(List.of(shown.split(" "))),
        field.kind() == EntryField.Kind.CODE || field.kind() == EntryField.Kind.CODES || yesNo ? options : Map.of());
  }

  private String hint(EntryField field, Language language) {
    return switch (field) {
      case STARTS_AT, ENDS_AT -> words.say(language, "directory.hint.time");
      case COST_PENCE -> words.say(language, "directory.hint.cost");
      case PLACES -> words.say(language, "directory.hint.places");
      case WEEKDAYS -> words.say(language, "directory.hint.weekdays");
      case PHONE -> words.say(language, "directory.hint.phone");
      default -> null;
    };
  }

  /** Unknown and too old look the same. */
  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "directory/expired";
  }
}
