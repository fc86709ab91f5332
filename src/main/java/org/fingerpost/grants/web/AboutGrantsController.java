package org.fingerpost.grants.web;

import java.util.List;
import java.util.Locale;
import org.fingerpost.grants.Pounds;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What small grants there are, for whom and how they are given: each scheme's own rules, in words, for anybody. */
@Controller
class AboutGrantsController {

  private final Schemes schemes;

  AboutGrantsController(Schemes schemes) {
    this.schemes = schemes;
  }

  @GetMapping("/grants")
  String about(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "schemes",
        schemes.all().stream().filter(scheme -> scheme.grants() != null).map(scheme -> offered(scheme, language)).toList());
    return "grants/about";
  }

  private static Offered offered(Scheme scheme, Language language) {
    var rules = scheme.grants();
    var sister = rules.sister();
    return new Offered(
        scheme.name().in(language),
        said(scheme.contact(), language),
        Pounds.written(rules.mostPerProject()),
        Pounds.written(rules.turnoverBelow()),
        rules.areas().stream().map(code -> area(scheme, code, language)).toList(),
        rules.panelSize(),
        rules.monitoringMonths(),
        sister == null ? null : sister.name().in(language),
        sister == null ? null : said(sister.contact(), language));
  }

  private static String area(Scheme scheme, String code, Language language) {
    return scheme.areas().stream()
        .filter(area -> area.code().equals(code))
        .findFirst()
        .map(area -> area.name().in(language))
        .orElseThrow();
  }

  private static String said(LocalisedText text, Language language) {
    return text == null ? null : text.in(language);
  }

  /**
   * The grants of one scheme, in words.
   *
   * @param contact whom to ask; {@code null} if the scheme names nobody
   * @param most the most for one project, with the pound sign
   * @param turnover groups have less than this in a year
   * @param panel how many members of the panel score
   * @param months after which a report is asked for
   * @param sister who gives grants in the scheme's other areas; {@code null} if nobody
   */
  record Offered(
      String name,
      String contact,
      String most,
      String turnover,
      List<String> areas,
      int panel,
      int months,
      String sister,
      String sisterContact) {}
}
