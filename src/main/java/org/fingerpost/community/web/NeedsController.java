package org.fingerpost.community.web;

import static org.fingerpost.community.web.AskForm.tidy;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.Contact;
import org.fingerpost.community.Idea;
import org.fingerpost.platform.SmallCount;
import org.fingerpost.community.StartingGroup;
import org.fingerpost.community.UnmetNeedLedger;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger of unmet needs, for programme managers and team leads: what is missing where, and a way to begin it. */
@Controller
@RequestMapping("/community/needs")
class NeedsController {

  private final UnmetNeedLedger ledger;
  private final StartingGroup starting;
  private final PageWords pages;
  private final Words words;

  NeedsController(UnmetNeedLedger ledger, StartingGroup starting, PageWords pages, Words words) {
    this.ledger = ledger;
    this.starting = starting;
    this.pages = pages;
    this.words = words;
  }

  @GetMapping
  String show(@RequestParam(required = false) String scheme, Locale locale, Model model) {
    var language = Language.of(locale);
    String own = pages.ownOr(scheme);
    var found = ledger.of(own);
    model.addAttribute("schemeId", own);
    model.addAttribute("schemeName", pages.scheme(own).name().in(language));
    model.addAttribute("schemes", pages.choosable(language));
    model.addAttribute("rows", found.rows().stream().map(row -> line(own, row, language)).toList());
    model.addAttribute(
        "months", IntStream.range(0, 12).mapToObj(i -> month(found.from().plusMonths(i), language)).toList());
    model.addAttribute(
        "byMonth",
        found.months().stream()
            .map(
                line ->
                    new ByMonth(
                        words.say(language, "need." + line.need()),
                        line.people().stream().map(SmallCount::text).toList(),
                        line.total().text()))
            .toList());
    return "community/needs";
  }

  private static String month(YearMonth month, Language language) {
    return DateTimeFormatter.ofPattern("MMM uu", language.locale()).format(month);
  }

  private Line line(String scheme, UnmetNeedLedger.Row row, Language language) {
    return new Line(
        row.need(),
        row.area(),
        row.reason(),
        pages.say(scheme, language, "need." + row.need()),
        pages.area(scheme, language, row.area()),
        words.say(language, "introduction.missing." + row.reason()),
        row.people().text(),
        words.say(language, "community.trend." + row.trend()));
  }

  /** The form that opens a new group from a row. */
  @GetMapping("/start")
  String ask(
      @RequestParam(required = false) String scheme,
      @RequestParam String need,
      @RequestParam(required = false) String area,
      @RequestParam String reason,
      Locale locale,
      Model model) {
    return form(pages.ownOr(scheme), need, tidy(area), reason, null, Map.of(), locale, model);
  }

  @PostMapping("/start")
  String start(
      @RequestParam(required = false) String scheme,
      @RequestParam String need,
      @RequestParam(required = false) String area,
      @RequestParam String reason,
      @RequestParam(defaultValue = "") String groupName,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    String own = pages.ownOr(scheme);
    try {
      var reference =
          starting.begin(
              new Idea(
                  own,
                  tidy(groupName),
                  tidy(area),
                  List.of(need),
                  reason.matches("[A-Z_]{1,40}") ? reason : null,
                  null,
                  Contact.NONE,
                  pages.scheme(own).defaultLanguage(),
                  AskedBy.LEDGER));
      next.addFlashAttribute("begun", reference);
      next.addAttribute("scheme", own);
      return "redirect:/community/needs";
    } catch (InvalidInput e) {
      var errors = PageErrors.of(e.problems(), words, Language.of(locale));
      return form(own, need, tidy(area), reason, groupName, errors, locale, model);
    }
  }

  private String form(
      String scheme,
      String need,
      String area,
      String reason,
      String groupName,
      Map<String, String> errors,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    model.addAttribute("schemeId", scheme);
    model.addAttribute("need", need);
    model.addAttribute("area", area);
    model.addAttribute("reason", reason);
    model.addAttribute("needName", pages.say(scheme, language, "need." + need));
    model.addAttribute("areaName", pages.area(scheme, language, area));
    model.addAttribute("groupName", groupName);
    model.addAttribute("errors", errors);
    return "community/needs-start";
  }

  /** A row of the ledger, codes and words. */
  record Line(
      String need, String area, String reason, String needName, String areaName, String reasonName, String people, String trend) {}

  /** A need month by month. */
  record ByMonth(String need, List<String> people, String total) {}
}
