package org.fingerpost.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.directory.EntryField;
import org.fingerpost.directory.EntryValues;
import org.fingerpost.directory.ImportReport;
import org.fingerpost.directory.Importing;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Scheme;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Uploading a spreadsheet into the directory: the report first, then, if whoever uploaded it says so, all of it. */
@Controller
@RequestMapping("/directory/import")
class ImportController {

  private static final Set<EntryField> EXAMPLES =
      Set.of(
          EntryField.LEGAL_FORM,
          EntryField.NEEDS,
          EntryField.AREAS,
          EntryField.FORMAT,
          EntryField.WEEKDAYS,
          EntryField.FREQUENCY,
          EntryField.ACCESS,
          EntryField.ACTIVITY_KIND,
          EntryField.STATUS);

  private final Importing importing;
  private final EntryValues values;
  private final StaffSchemes staff;
  private final Words words;

  ImportController(Importing importing, EntryValues values, StaffSchemes staff, Words words) {
    this.importing = importing;
    this.values = values;
    this.staff = staff;
    this.words = words;
  }

  @GetMapping
  String form(@RequestParam(required = false) String scheme, Locale locale, Model model) {
    return page(staff.one(scheme), Language.of(locale), model);
  }

  private String page(Scheme scheme, Language language, Model model) {
    var codes = new LinkedHashMap<String, Map<String, String>>();
    Stream.of(EntryField.values())
        .filter(EXAMPLES::contains)
        .forEach(field -> codes.put(Importing.heading(field), values.options(scheme, field, language)));
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("schemes", names(language));
    model.addAttribute("codes", codes);
    return "directory/import";
  }

  private Map<String, String> names(Language language) {
    return staff.own().stream()
        .collect(Collectors.toMap(Scheme::id, scheme -> scheme.name().in(language), (a, b) -> a, LinkedHashMap::new));
  }

  @GetMapping("/template.csv")
  ResponseEntity<byte[]> template() {
    return file("directory-template.csv", importing.template());
  }

  @GetMapping("/current.csv")
  ResponseEntity<byte[]> current(@RequestParam(required = false) String scheme) {
    var own = staff.one(scheme);
    return file("directory-" + own.id() + ".csv", importing.current(own.id()));
  }

  /** Reads the file. The report is a page or, where that is wanted, a file to mend the first one by. */
  @PostMapping
  Object upload(
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "page") String as,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var own = staff.one(scheme);
    var language = Language.of(locale);
    ImportReport report;
    try {
      if (file == null || file.isEmpty()) {
        throw new InvalidInput("file", "directory.file.missing");
      }
      report = importing.read(own.id(), file.getBytes(), staff.userId());
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, language));
      return page(own, language, model);
    }
    if (as.equals("csv")) {
      return file("directory-report.csv", reportFile(own, report, language));
    }
    return reportPage(own, report, false, language, model);
  }

  /** Loads what was read. */
  @PostMapping("/{importId}")
  String load(@PathVariable String importId, Locale locale, Model model, HttpServletResponse response) {
    var report = importing.load(importId, staff.userId());
    if (report.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute(
          PageErrors.ATTRIBUTE, Map.of("file", words.say(Language.of(locale), "directory.import.gone")));
      return page(staff.one(null), Language.of(locale), model);
    }
    var scheme = staff.one(report.get().schemeId());
    return reportPage(scheme, report.get(), report.get().refused() == 0, Language.of(locale), model);
  }

  /** One line of the report, in words. */
  record Line(int number, String verdict, String colour, String organisation, String activity, List<String> says) {}

  private String reportPage(
      Scheme scheme, ImportReport report, boolean loaded, Language language, Model model) {
    model.addAttribute("scheme", scheme.id());
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("report", report);
    model.addAttribute("loaded", loaded);
    model.addAttribute("lines", report.lines().stream().map(line -> line(scheme, line, language)).toList());
    return "directory/report";
  }

  private Line line(Scheme scheme, ImportReport.Line line, Language language) {
    String colour =
        switch (line.verdict()) {
          case NEW -> "green";
          case CHANGED -> "blue";
          case SAME -> "grey";
          case REFUSED -> "red";
        };
    return new Line(
        line.number(),
        words.say(language, "directory.verdict." + line.verdict()),
        colour,
        line.organisation(),
        line.activity(),
        says(scheme, line, language));
  }

  /** Why a line is refused, or else what it changes. */
  private List<String> says(Scheme scheme, ImportReport.Line line, Language language) {
    if (!line.problems().isEmpty()) {
      return line.problems().stream()
          .map(
              problem ->
                  words.say(
                      language,
                      "directory.import.problem",
                      Importing.heading(EntryField.valueOf(problem.field())),
                      words.say(language, problem.messageKey(), problem.args().toArray())))
          .toList();
    }
    String nothing = words.say(language, "directory.nothing");
    return line.changes().stream()
        .map(
            change ->
                words.say(
                    language,
                    "directory.import.change",
                    words.say(language, "directory.field." + change.field()),
                    or(values.say(scheme, change.field(), change.before(), language), nothing),
                    or(values.say(scheme, change.field(), change.after(), language), nothing)))
        .toList();
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private String reportFile(Scheme scheme, ImportReport report, Language language) {
    List<String> headings =
        Stream.of("line", "verdict", "organisation", "activity", "says")
            .map(column -> words.say(language, "directory.report." + column))
            .toList();
    return importing.asFile(
        headings,
        report.lines().stream()
            .map(one -> line(scheme, one, language))
            .map(
                one ->
                    List.of(
                        Integer.toString(one.number()),
                        one.verdict(),
                        one.organisation(),
                        or(one.activity(), ""),
                        String.join(" | ", one.says())))
            .toList());
  }

  private static ResponseEntity<byte[]> file(String name, String text) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
