package org.fingerpost.audit.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fingerpost.audit.AuditWords;
import org.fingerpost.audit.StaffNames;
import org.fingerpost.audit.watch.WatchLists.Row;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an auditor looks for first: all lists with their counts, each list by itself, and each as a file. */
@Controller
class WatchPages {

  /** Days looked back over where no period is asked for. */
  private static final int USUAL_DAYS = 90;

  private final WatchLists lists;
  private final StaffNames names;
  private final Words words;
  private final Clock clock;

  WatchPages(WatchLists lists, StaffNames names, Words words, Clock clock) {
    this.lists = lists;
    this.names = names;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/audit/watch")
  String all(
      @RequestParam(required = false) String from, @RequestParam(required = false) String to, Locale locale, Model model) {
    var said = new AuditWords(words, Language.of(locale));
    var period = period(from, to, said, model);
    var shown = new ArrayList<Counted>();
    lists
        .counts(period.from(), period.to())
        .forEach(
            (list, count) ->
                shown.add(
                    new Counted(
                        list.path(),
                        said.say("audit.watch.title." + list),
                        said.say("audit.watch.intro." + list),
                        count,
                        count > 0 && list.emptyIsGood())));
    model.addAttribute("lists", shown);
    return "audit/watch";
  }

  @GetMapping("/audit/watch/{path:[a-z-]+}")
  String one(
      @PathVariable String path,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String after,
      Locale locale,
      Model model) {
    var list = list(path);
    var said = new AuditWords(words, Language.of(locale));
    var period = period(from, to, said, model);
    var place = place(after);
    var found = lists.page(list, period.from(), period.to(), place == null ? null : place.at(), place == null ? null : place.id());
    var rows = found.size() > WatchLists.PAGE ? found.subList(0, WatchLists.PAGE) : found;
    model.addAttribute("listPath", path);
    model.addAttribute("title", said.say("audit.watch.title." + list));
    model.addAttribute("intro", said.say("audit.watch.intro." + list));
    model.addAttribute("none", said.say("audit.watch.none." + list));
    model.addAttribute("lines", lines(list, rows, said));
    var last = found.size() > WatchLists.PAGE ? rows.get(rows.size() - 1) : null;
    model.addAttribute("next", last == null ? null : last.at() + "~" + last.id());
    return "audit/watch-list";
  }

  /** The same as a file. With a byte order mark, without which spreadsheets read Welsh letters wrongly. */
  @GetMapping("/audit/watch/{path:[a-z-]+}.csv")
  ResponseEntity<byte[]> file(
      @PathVariable String path,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      Locale locale,
      Model model) {
    var list = list(path);
    var said = new AuditWords(words, Language.of(locale));
    var period = period(from, to, said, model);
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          guarded(
              List.of(
                  said.say("audit.column.when"), said.say("audit.column.about"), said.say("audit.column.scheme"),
                  said.say("audit.column.who"), said.say("audit.column.what"), said.say("audit.column.more"))));
      for (var row : lists.file(list, period.from(), period.to())) {
        var line = line(list, row, Map.of(), said);
        printer.printRecord(
            guarded(
                List.of(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.at().atZone(AuditWords.LONDON).toOffsetDateTime().withNano(0)),
                    row.reference(),
                    line.scheme(),
                    row.who() == null ? "" : row.who(),
                    line.what(),
                    line.more() == null ? "" : line.more())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + path + "-" + period.from() + "-" + period.to() + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(('\uFEFF' + text.toString()).getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  static List<String> guarded(List<String> cells) {
    return cells.stream().map(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + cell : cell).toList();
  }

  private List<Line> lines(WatchList list, List<Row> rows, AuditWords said) {
    var people = names.of(rows.stream().map(Row::who).filter(Objects::nonNull).distinct().toList());
    return rows.stream().map(row -> line(list, row, people, said)).toList();
  }

  private static Line line(WatchList list, Row row, Map<String, String> people, AuditWords said) {
    return new Line(
        said.moment(row.at()),
        row.reference().length() > 24 ? row.reference().substring(0, 8) + "…" : row.reference(),
        row.path(),
        row.schemeId() == null ? "–" : said.scheme(row.schemeId()),
        row.who() == null ? "–" : people.getOrDefault(row.who(), row.who()),
        what(list, row.what(), said),
        row.more() == null ? null : more(list, row, said));
  }

  private static String what(WatchList list, String code, AuditWords said) {
    if (code.contains(".")) {
      return said.act(code);
    }
    return list == WatchList.CHANGED_BY_HAND
        ? said.table(code)
        : list == WatchList.WITHOUT_CONSENT ? said.value("consent", code) : said.sayOr("audit.watch-what." + code, said.sayOr("audit.about." + code, code));
  }

  private static String more(WatchList list, Row row, AuditWords said) {
    if (list == WatchList.CHANGED_BY_HAND) {
      var codes = row.more().split(" > ", 2);
      var detail =
          switch (row.what()) {
            case "kitemark-level" -> "level";
            case "grant-award", "grant-eligibility" -> "outcome";
            default -> "route";
          };
      return said.say("audit.watch.changed", said.value(detail, codes[0]), said.value(detail, codes[1]));
    }
    if (list == WatchList.SAFEGUARDING_OVERDUE || list == WatchList.REQUESTS_OVERDUE) {
      return said.say("audit.watch.decided-at", said.moment(java.time.OffsetDateTime.parse(row.more()).toInstant()));
    }
    return row.what().equals("audit.words-shown")
        ? said.say("audit.why." + row.more())
        : said.sayOr("audit.watch-more." + row.more(), row.more());
  }

  private Period period(String from, String to, AuditWords said, Model model) {
    var errors = new LinkedHashMap<String, String>();
    var today = LocalDate.now(clock);
    var first = day(from, today.minusDays(USUAL_DAYS), "from", errors, said);
    var last = day(to, today, "to", errors, said);
    model.addAttribute("from", first);
    model.addAttribute("to", last);
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    return new Period(first, last);
  }

  private static LocalDate day(String typed, LocalDate otherwise, String field, Map<String, String> errors, AuditWords said) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      errors.put(field, said.say("audit.search.bad-day"));
      return otherwise;
    }
  }

  private static Place place(String after) {
    int cut = after == null ? -1 : after.indexOf('~');
    try {
      return cut < 1 ? null : new Place(Instant.parse(after.substring(0, cut)), after.substring(cut + 1));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static WatchList list(String path) {
    var list = WatchList.of(path);
    if (list == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return list;
  }

  private record Period(LocalDate from, LocalDate to) {}

  private record Place(Instant at, String id) {}

  /**
   * @param alarming whether there are lines where there should be none
   */
  record Counted(String path, String title, String intro, long count, boolean alarming) {}

  record Line(String at, String reference, String path, String scheme, String who, String what, String more) {}
}
