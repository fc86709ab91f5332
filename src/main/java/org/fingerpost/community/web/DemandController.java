package org.fingerpost.community.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fingerpost.community.DemandEvidence;
import org.fingerpost.community.DemandEvidence.Demand;
import org.fingerpost.community.DemandEvidence.Reason;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Evidence of demand for a group's own funding bids: a page, and the same as a file, which is put on record with the reason. */
@Controller
@RequestMapping("/community/demand")
class DemandController {

  private final DemandEvidence evidence;
  private final PageWords pages;
  private final Words words;

  DemandController(DemandEvidence evidence, PageWords pages, Words words) {
    this.evidence = evidence;
    this.pages = pages;
    this.words = words;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) String scheme, @RequestParam(required = false) Integer year, Locale locale, Model model) {
    var language = Language.of(locale);
    String own = pages.ownOr(scheme);
    var demand = evidence.of(own, known(year));
    model.addAttribute("schemeId", own);
    model.addAttribute("schemeName", pages.scheme(own).name().in(language));
    model.addAttribute("schemes", pages.choosable(language));
    model.addAttribute("years", years());
    model.addAttribute("year", Integer.toString(demand.year()));
    model.addAttribute("rows", lines(own, demand, language));
    model.addAttribute("reasons", pages.options(own, language, "community.export-reason.", Reason.values()));
    model.addAttribute("errors", Map.of());
    return "community/demand";
  }

  private Map<String, String> years() {
    var years = new java.util.LinkedHashMap<String, String>();
    evidence.years().forEach(year -> years.put(year.toString(), year.toString()));
    return years;
  }

  private int known(Integer year) {
    var years = evidence.years();
    return year == null || !years.contains(year) ? years.get(0) : year;
  }

  private List<List<String>> lines(String scheme, Demand demand, Language language) {
    String everywhere = words.say(language, "community.demand.everywhere");
    var lines = new ArrayList<List<String>>();
    for (var total : demand.totals()) {
      demand.rows().stream()
          .filter(row -> row.need().equals(total.need()))
          .forEach(row -> lines.add(line(scheme, row, pages.area(scheme, language, row.area()), language)));
      lines.add(line(scheme, total, everywhere, language));
    }
    return lines;
  }

  private List<String> line(String scheme, DemandEvidence.Row row, String area, Language language) {
    return List.of(
        pages.say(scheme, language, "need." + row.need()),
        area,
        row.referred().text(),
        row.introduced().text(),
        row.waiting().text(),
        row.unmet().text());
  }

  @PostMapping("/export")
  ResponseEntity<byte[]> export(
      @RequestParam(required = false) String scheme,
      @RequestParam Integer year,
      @RequestParam String reason,
      Locale locale) {
    var language = Language.of(locale);
    String own = pages.ownOr(scheme);
    var why =
        Arrays.stream(Reason.values())
            .filter(code -> code.name().equals(reason))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    var demand = evidence.export(own, known(year), why);
    var head =
        Stream.of("need", "area", "referred", "introduced", "waiting", "unmet")
            .map(column -> words.say(language, "community.demand." + column))
            .toList();
    var file = new StringWriter();
    try (var csv = new CSVPrinter(file, CSVFormat.RFC4180)) {
      csv.printRecord(guarded(head));
      for (var line : lines(own, demand, language)) {
        csv.printRecord(guarded(line));
      }
      csv.printRecord(guarded(List.of(words.say(language, "community.small"))));
    } catch (IOException e) {
      throw new IllegalStateException("A text takes every line", e);
    }
    // With a byte order mark, without which spreadsheets read Welsh letters wrongly.
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"demand-" + own + "-" + demand.year() + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(('\uFEFF' + file.toString()).getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  static List<String> guarded(List<String> cells) {
    return cells.stream().map(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + cell : cell).toList();
  }
}
