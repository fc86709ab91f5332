package org.fingerpost.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.directory.DirectorySearch;
import org.fingerpost.directory.ListingStatus;
import org.fingerpost.directory.OrganisationEntry;
import org.fingerpost.directory.Organisations;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Codes;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The directory for everybody. What is looked for is in the address alone and kept nowhere; a whole postcode is made an area at once, so
 * that not even the address says where somebody lives.
 */
@Controller
@RequestMapping("/directory")
class DirectoryController {

  private static final int PAGE = 10;
  private static final int LONGEST = 80;

  private final Directory directory;
  private final DirectorySearch search;
  private final Organisations organisations;
  private final Schemes schemes;
  private final Said said;
  private final Words words;

  DirectoryController(
      Directory directory,
      DirectorySearch search,
      Organisations organisations,
      Schemes schemes,
      Said said,
      Words words) {
    this.directory = directory;
    this.search = search;
    this.organisations = organisations;
    this.schemes = schemes;
    this.said = said;
    this.words = words;
  }

  /** What somebody looked for is nobody else's business: it is not kept, nor passed on by a link. */
  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "same-origin");
  }

  @GetMapping
  String schemes(@RequestParam(defaultValue = "") String place, Locale locale, Model model) {
    var language = Language.of(locale);
    String typed = cut(place);
    List<Scheme> found =
        schemes.all().stream().filter(scheme -> typed.isEmpty() || search.place(scheme, typed).isPresent()).toList();
    if (!typed.isEmpty() && found.size() == 1) {
      return "redirect:" + UriComponentsBuilder.fromPath("/directory/" + found.get(0).id()).queryParam("place", "{place}").build(asArea(found.get(0), typed));
    }
    if (DirectorySearch.wholePostcode(typed)) {
      return "redirect:/directory?place=" + typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT).replaceAll("...$", "");
    }
    if (found.isEmpty()) {
      model.addAttribute(PageErrors.ATTRIBUTE, Map.of("place", words.say(language, "directory.place.unknown")));
      found = schemes.all();
    }
    model.addAttribute("place", typed);
    model.addAttribute(
        "schemes",
        found.stream()
            .map(
                scheme ->
                    new Choice(
                        scheme.id(),
                        scheme.name().in(language),
                        search.find(scheme.id(), DirectorySearch.Wanted.anything(), language).size()))
            .toList());
    return "directory/schemes";
  }

  /** One scheme's directory. */
  record Choice(String id, String name, int activities) {}

  private String asArea(Scheme scheme, String typed) {
    if (!DirectorySearch.wholePostcode(typed)) {
      return typed;
    }
    return scheme.areaOfEver(typed).map(Area::code).orElse(typed);
  }

  @GetMapping("/{schemeId}")
  String search(
      @PathVariable String schemeId,
      @RequestParam(defaultValue = "") String need,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String near,
      @RequestParam(defaultValue = "") String age,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(name = "words", defaultValue = "") String text,
      @RequestParam(defaultValue = "1") String page,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var scheme = scheme(schemeId);
    var language = Language.of(locale);
    String typed = cut(place);
    if (DirectorySearch.wholePostcode(typed)) {
      var known = search.place(scheme, typed);
      return "redirect:"
          + UriComponentsBuilder.fromPath("/directory/" + scheme.id())
              .queryParam("need", "{need}")
              .queryParam("place", "{place}")
              .queryParam("near", "{near}")
              .queryParam("age", "{age}")
              .queryParam("day", "{day}")
              .queryParam("words", "{words}")
              .build(
                  need,
                  known.map(found -> found.areas().iterator().next()).orElse("?"),
                  known.map(DirectorySearch.Place::district).orElse(""),
                  age,
                  day,
                  cut(text));
    }
    var errors = new LinkedHashMap<String, String>();
    Optional<DirectorySearch.Place> where = typed.isEmpty() ? Optional.empty() : search.place(scheme, typed);
    if (!typed.isEmpty() && where.isEmpty()) {
      errors.put("place", words.say(language, "directory.place.unknown"));
    }
    Integer years = age.strip().matches("[0-9]{1,3}") ? Integer.valueOf(age.strip()) : null;
    if (!age.isBlank() && (years == null || years > 120)) {
      errors.put("age", words.say(language, "directory.age.unknown"));
      years = null;
    }
    var wanted =
        new DirectorySearch.Wanted(
            Codes.needs().contains(need) ? need : null,
            where.map(DirectorySearch.Place::areas).orElse(Set.of()),
            where.map(DirectorySearch.Place::district).orElse(near.matches("[A-Z]{1,2}[0-9][0-9A-Z]?") ? near : null),
            years,
            weekday(day),
            cut(text));
    var all = search.find(scheme.id(), wanted, language);
    int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
    int number = page.matches("[0-9]{1,4}") ? Math.min(Math.max(1, Integer.parseInt(page)), pages) : 1;
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, errors);
    }
    String shownPlace =
        where.isPresent() && where.get().areas().size() == 1 && scheme.area(typed).isPresent()
            ? scheme.area(typed).get().name().in(language)
            : typed;
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("need", wanted.need());
    model.addAttribute("place", shownPlace);
    model.addAttribute("near", wanted.district());
    model.addAttribute("age", age.strip());
    model.addAttribute("day", wanted.day() == null ? null : wanted.day().name());
    model.addAttribute("text", wanted.text());
    model.addAttribute("needs", labels(language, "need.", Codes.needs()));
    model.addAttribute("days", labels(language, "weekday.", Arrays.stream(DayOfWeek.values()).map(Enum::name).toList()));
    model.addAttribute("criteria", criteria(wanted, shownPlace, language));
    model.addAttribute("total", all.size());
    model.addAttribute("page", number);
    model.addAttribute("pages", pages);
    model.addAttribute("kiteMarkAsked", scheme.kiteMarkAsked());
    model.addAttribute(
        "activities",
        all.subList((number - 1) * PAGE, Math.min(all.size(), number * PAGE)).stream()
            .map(offer -> said.facts(scheme, offer, language))
            .toList());
    model.addAttribute(
        "areas",
        scheme.areas().stream().filter(area -> !area.grouping()).map(area -> area.name().in(language)).sorted().collect(Collectors.joining(", ")));
    return "directory/search";
  }

  private List<String> criteria(DirectorySearch.Wanted wanted, String place, Language language) {
    return Stream.of(
            wanted.need() == null ? null : words.say(language, "need." + wanted.need()),
            wanted.areas().isEmpty() ? null : place,
            wanted.age() == null ? null : words.say(language, "directory.search.aged", wanted.age()),
            wanted.day() == null ? null : words.say(language, "weekday." + wanted.day()),
            wanted.text().isEmpty() ? null : "“" + wanted.text() + "”")
        .filter(Objects::nonNull)
        .toList();
  }

  @GetMapping("/{schemeId}/activities/{activityId}")
  String activity(@PathVariable String schemeId, @PathVariable String activityId, Locale locale, Model model) {
    var scheme = scheme(schemeId);
    var language = Language.of(locale);
    var offer =
        directory.activity(schemeId, activityId).filter(ActivityOffer::listed).orElseThrow(DirectoryController::notFound);
    var organisation =
        organisations.get(schemeId, offer.organisationId()).orElseThrow(DirectoryController::notFound);
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("contact", scheme.contact().in(language));
    model.addAttribute("activity", said.facts(scheme, offer, language));
    model.addAttribute("phone", organisation.publicPhone());
    model.addAttribute("website", organisation.website());
    return "directory/activity";
  }

  @GetMapping("/{schemeId}/organisations/{organisationId}")
  String organisation(@PathVariable String schemeId, @PathVariable String organisationId, Locale locale, Model model) {
    var scheme = scheme(schemeId);
    var language = Language.of(locale);
    var organisation =
        organisations
            .get(schemeId, organisationId)
            .filter(one -> one.status() != ListingStatus.INACTIVE)
            .orElseThrow(DirectoryController::notFound);
    var partOf =
        organisation.partOf() == null ? Optional.<OrganisationEntry>empty() : organisations.get(schemeId, organisation.partOf());
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("organisation", organisation);
    model.addAttribute("description", organisation.description() == null ? null : organisation.description().in(language));
    model.addAttribute("legalForm", words.say(language, "legal-form." + organisation.legalForm()));
    model.addAttribute("size", size(organisation, language));
    model.addAttribute("partOf", partOf.orElse(null));
    model.addAttribute(
        "areas",
        organisation.areas().stream()
            .map(code -> scheme.area(code).map(area -> area.name().in(language)).orElse(code))
            .collect(Collectors.joining(", ")));
    model.addAttribute("mark", scheme.kiteMarkAsked() ? said.mark(schemeId, organisation.mark().level(), language) : null);
    model.addAttribute(
        "markUntil", organisation.mark().validUntil() == null ? null : WrittenDate.of(organisation.mark().validUntil(), language));
    model.addAttribute("confirmed", WrittenDate.of(organisation.confirmedOn(), language));
    model.addAttribute(
        "activities",
        directory.inScheme(schemeId).stream()
            .filter(offer -> offer.organisationId().equals(organisationId))
            .filter(ActivityOffer::listed)
            .map(offer -> said.facts(scheme, offer, language))
            .toList());
    return "directory/organisation";
  }

  private String size(OrganisationEntry organisation, Language language) {
    return Stream.of(
            organisation.paidStaff() == null ? null : words.say(language, "directory.paid", organisation.paidStaff()),
            organisation.volunteers() == null ? null : words.say(language, "directory.volunteers", organisation.volunteers()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private Scheme scheme(String schemeId) {
    return schemes.find(schemeId).orElseThrow(DirectoryController::notFound);
  }

  private Map<String, String> labels(Language language, String prefix, List<String> codes) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code, words.say(language, prefix + code)));
    return labels;
  }

  private static DayOfWeek weekday(String code) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equals(code)).findFirst().orElse(null);
  }

  private static String cut(String typed) {
    String text = typed.replaceAll("\\s+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
