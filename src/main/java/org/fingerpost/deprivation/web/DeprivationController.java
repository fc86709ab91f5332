package org.fingerpost.deprivation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.deprivation.DeprivationIndex;
import org.fingerpost.deprivation.DeprivationIndex.Kind;
import org.fingerpost.deprivation.ImportingDeprivation;
import org.fingerpost.deprivation.LookupReport;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Which lookups of deprivation there are, and loading one. */
@Controller
@RequestMapping("/deprivation")
class DeprivationController {

  private final ImportingDeprivation importing;
  private final Words words;
  private final Clock clock;

  DeprivationController(ImportingDeprivation importing, Words words, Clock clock) {
    this.importing = importing;
    this.words = words;
    this.clock = clock;
  }

  /** An index in the list, in words. */
  record Row(String name, boolean invented, String postcodes, String imported) {}

  /** A line that is not right, in words. */
  record Wrong(int number, String said, String why) {}

  @GetMapping
  String show(Locale locale, Model model) {
    return page(Map.of(), Language.of(locale), model);
  }

  @PostMapping
  String load(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(required = false) MultipartFile file,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var language = Language.of(locale);
    var typed = Map.of("kind", kind, "year", year);
    try {
      var chosen = checked(kind, year, file);
      var report = importing.load(chosen, Integer.parseInt(year.strip()), false, file.getBytes());
      if (!report.loaded()) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      }
      model.addAttribute("report", report);
      model.addAttribute("wrong", report.firstRefused().stream().map(line -> wrong(line, language)).toList());
      return page(report.loaded() ? Map.of() : typed, language, model);
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, language));
      return page(typed, language, model);
    }
  }

  private static Kind checked(String kind, String year, MultipartFile file) {
    var problems = new ArrayList<InvalidInput.Problem>();
    Kind chosen = List.of(Kind.values()).stream().filter(one -> one.name().equals(kind)).findFirst().orElse(null);
    if (chosen == null) {
      problems.add(new InvalidInput.Problem("kind", "deprivation.kind.missing", List.of()));
    }
    if (!year.strip().matches("[0-9]{4}")) {
      problems.add(new InvalidInput.Problem("year", "deprivation.year.wrong", List.of()));
    }
    if (file == null || file.isEmpty()) {
      problems.add(new InvalidInput.Problem("file", "deprivation.file.missing", List.of()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return chosen;
  }

  private String page(Map<String, String> typed, Language language, Model model) {
    var kinds = new LinkedHashMap<String, String>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), words.say(language, "deprivation.kind." + kind));
    }
    model.addAttribute("kinds", kinds);
    model.addAttribute("typed", typed);
    model.addAttribute("most", LookupReport.MOST_NAMED);
    model.addAttribute("indices", importing.indices().stream().map(index -> row(index, language)).toList());
    return "deprivation/lookups";
  }

  private Row row(DeprivationIndex index, Language language) {
    return new Row(
        words.say(language, "deprivation.kind." + index.kind()) + " " + index.year(),
        index.invented(),
        Long.toString(index.postcodes()),
        WrittenDate.of(LocalDate.ofInstant(index.importedAt(), clock.getZone()), language));
  }

  private Wrong wrong(LookupReport.Line line, Language language) {
    return new Wrong(
        line.number(), line.said(), words.say(language, "deprivation.refused." + line.why(), Integer.toString(line.before())));
  }
}
