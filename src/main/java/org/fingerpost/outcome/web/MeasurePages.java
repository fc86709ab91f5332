package org.fingerpost.outcome.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.outcome.Measure;
import org.fingerpost.outcome.Measure.LicenceState;
import org.fingerpost.outcome.MeasureLicences;
import org.fingerpost.outcome.Measures;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which measures there are, whose they are, who asks them, and where an administrator writes down a licence. */
@Controller
@RequestMapping("/admin/measures")
class MeasurePages {

  private final Measures measures;
  private final MeasureLicences licences;
  private final Schemes schemes;
  private final CurrentActor currentActor;
  private final Words words;

  MeasurePages(Measures measures, MeasureLicences licences, Schemes schemes, CurrentActor currentActor, Words words) {
    this.measures = measures;
    this.licences = licences;
    this.schemes = schemes;
    this.currentActor = currentActor;
    this.words = words;
  }

  @GetMapping
  String list(Locale locale, Model model) {
    return page(Map.of(), Language.of(locale), model);
  }

  @PostMapping
  String record(
      @RequestParam(required = false) String measure,
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) String reference,
      @RequestParam(required = false) String until,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    try {
      boolean known = measures.described().stream().anyMatch(m -> needsLicence(m) && m.id().equals(measure));
      if (!known || schemes.find(scheme).isEmpty()) {
        throw new InvalidInput("measure", "outcome.measures.choose");
      }
      licences.record(measure, scheme, reference, day(until), currentActor.get().id());
    } catch (InvalidInput e) {
      model.addAttribute("reference", null);
      return page(PageErrors.of(e.problems(), words, Language.of(locale)), Language.of(locale), model);
    }
    next.addFlashAttribute("recorded", true);
    return "redirect:/admin/measures";
  }

  private static LocalDate day(String until) {
    try {
      return until == null || until.isBlank() ? null : LocalDate.parse(until.strip());
    } catch (DateTimeException e) {
      throw new InvalidInput("until", "outcome.measures.until.invalid");
    }
  }

  private String page(Map<String, String> errors, Language language, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("measures", measures.described().stream().map(m -> line(m, language)).toList());
    var licensed = new LinkedHashMap<String, String>();
    measures.described().stream().filter(MeasurePages::needsLicence).forEach(m -> licensed.put(m.id(), m.name(language)));
    model.addAttribute("licensed", licensed);
    var all = new LinkedHashMap<String, String>();
    schemes.all().forEach(s -> all.put(s.id(), s.name().in(language)));
    model.addAttribute("schemes", all);
    return "outcome/measures";
  }

  private static boolean needsLicence(Measure measure) {
    return measure.licence().state() == LicenceState.LICENCE_NEEDED;
  }

  private Line line(Measure measure, Language language) {
    var askedBy =
        schemes.all().stream()
            .filter(scheme -> scheme.whatMatters().measures().contains(measure.id()))
            .map(scheme -> scheme.name().in(language))
            .collect(Collectors.joining(", "));
    List<String> held =
        needsLicence(measure)
            ? schemes.all().stream().map(Scheme::id).filter(id -> licences.holds(measure.id(), id)).toList()
            : List.of();
    return new Line(
        measure.name(language),
        measure.version(),
        measure.licence().terms(),
        words.say(language, "outcome.licence." + measure.licence().state()),
        askedBy,
        String.join(", ", held));
  }

  /**
   * @param held the schemes that hold a licence; empty where none is needed
   */
  record Line(String name, String version, String terms, String state, String askedBy, String held) {}
}
