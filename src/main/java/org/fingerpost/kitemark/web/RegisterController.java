package org.fingerpost.kitemark.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.kitemark.Register;
import org.fingerpost.kitemark.RegisteredMark;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/**
 * What everybody may know of the kite mark: what it is, who holds it today, and certificates that say so. Nothing is kept by browsers,
 * so that a mark that is suspended is gone at the next look.
 */
@Controller
@RequestMapping("/kitemark")
class RegisterController {

  private static final int LONGEST = 100;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Register register;
  private final CertificatePaper paper;
  private final PublicShare share;
  private final PublicLinks links;
  private final Words words;

  RegisterController(
      Register register, CertificatePaper paper, PublicShare share, PublicLinks links, Words words) {
    this.register = register;
    this.paper = paper;
    this.share = share;
    this.links = links;
    this.words = words;
  }

  @ModelAttribute
  void fresh(HttpServletRequest request, HttpServletResponse response) {
    share.take(request.getRemoteAddr());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String about(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("levels", Register.LEVELS.stream().map(Enum::name).toList());
    model.addAttribute(
        "schemes",
        register.offeredBy().stream()
            .map(scheme -> new Offered(scheme.name().in(language), scheme.contact() == null ? null : scheme.contact().in(language)))
            .toList());
    return "kitemark/about";
  }

  @GetMapping("/register")
  String list(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String level,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var marks = register.search(cut(name), area, level);
    model.addAttribute("typedName", cut(name));
    model.addAttribute("typedArea", area);
    model.addAttribute("typedLevel", level);
    model.addAttribute("areas", areas(language));
    model.addAttribute("levels", levels(language));
    model.addAttribute("marks", marks.stream().map(mark -> shown(mark, language)).toList());
    model.addAttribute("searching", !cut(name).isEmpty() || !area.isEmpty() || !level.isEmpty());
    return "kitemark/register";
  }

  private Map<String, String> areas(Language language) {
    var schemes = register.offeredBy();
    var areas = new LinkedHashMap<String, String>();
    for (var scheme : schemes) {
      String of = schemes.size() > 1 ? scheme.name().in(language) + ": " : "";
      scheme.areas().forEach(area -> areas.putIfAbsent(area.code(), of + area.name().in(language)));
    }
    return areas;
  }

  private Map<String, String> levels(Language language) {
    var levels = new LinkedHashMap<String, String>();
    Register.LEVELS.forEach(level -> levels.put(level.name(), words.say(language, "kitemark.register.level." + level)));
    return levels;
  }

  private Shown shown(RegisteredMark mark, Language language) {
    return new Shown(
        mark.reference(),
        mark.organisationName(),
        mark.schemeName().in(language),
        words.say(language, "kitemark.register.level." + mark.level()),
        joined(mark.areas(), language),
        joined(mark.activities(), language),
        WrittenDate.of(mark.validUntil(), language));
  }

  private static String joined(List<LocalisedText> names, Language language) {
    return names.stream().map(name -> name.in(language)).collect(Collectors.joining(", "));
  }

  /** For other directories and for pages of others: anybody may read it from anywhere. */
  @GetMapping(path = "/register.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<Marks> json(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String level) {
    return ResponseEntity.ok()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(new Marks(register.search(cut(name), area, level).stream().map(this::published).toList()));
  }

  private Published published(RegisteredMark mark) {
    return new Published(
        mark.reference(),
        new Named(mark.organisationId(), mark.organisationName()),
        new Called(mark.schemeId(), mark.schemeName().en(), mark.schemeName().cy()),
        mark.level().name(),
        IntStream.range(0, mark.areas().size())
            .mapToObj(i -> new Called(mark.areaCodes().get(i), mark.areas().get(i).en(), mark.areas().get(i).cy()))
            .toList(),
        mark.activities().stream().map(activity -> new Called(null, activity.en(), activity.cy())).toList(),
        mark.awardedOn(),
        mark.validUntil(),
        links.staffPage("/kitemark/certificate/" + mark.reference() + ".pdf"));
  }

  @GetMapping("/register.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String level,
      Locale locale) {
    String text = RegisterCsv.of(register.search(cut(name), area, level), Language.of(locale));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kitemark-register.csv\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In the language of the page. Of a mark that does not hold there is a page that says so, whether there ever was one or not. */
  @GetMapping("/certificate/{reference}.pdf")
  Object certificate(@PathVariable String reference, Locale locale) {
    var language = Language.of(locale);
    var mark = register.find(reference);
    if (mark.isEmpty()) {
      return new ModelAndView("kitemark/no-certificate", HttpStatus.NOT_FOUND);
    }
    String verify = links.staffPage("/kitemark/certificate/" + reference + ".pdf");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + reference + ".pdf\"")
        .body(paper.print(mark.get(), language, verify));
  }

  private static String cut(String typed) {
    String bare = typed.strip();
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }

  /**
   * @param contact or {@code null}
   */
  record Offered(String name, String contact) {}

  /** A line of the page. */
  record Shown(
      String reference,
      String organisationName,
      String schemeName,
      String level,
      String areas,
      String activities,
      String validUntil) {}

  /** The whole answer. */
  record Marks(List<Published> marks) {}

  /** A mark, for machines. */
  record Published(
      String reference,
      Named organisation,
      Called scheme,
      String level,
      List<Called> areas,
      List<Called> activities,
      LocalDate awardedOn,
      LocalDate validUntil,
      String certificate) {}

  /** Something with an id and one name. */
  record Named(String id, String name) {}

  /** Something with a name in both languages; {@code code} may be missing. */
  record Called(@JsonInclude(JsonInclude.Include.NON_NULL) String code, String en, String cy) {}
}
