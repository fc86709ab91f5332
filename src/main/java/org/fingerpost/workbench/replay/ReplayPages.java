package org.fingerpost.workbench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.RecordedGroups;
import org.fingerpost.platform.SmallCount;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.replay.DecisionReplay.Changed;
import org.fingerpost.workbench.replay.ReplayReports.Report;
import org.fingerpost.workbench.replay.ReportSummary.Kind;
import org.fingerpost.workbench.replay.ReportSummary.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Replays of a draft: begin one, see how far it is, read what it found. */
@Controller
@RequestMapping("/workbench/drafts/{draftId}/replay")
class ReplayPages {

  private static final int PER_PAGE = 100;

  private final ReplayReports reports;
  private final Replaying replaying;
  private final ReplayWords says;
  private final Words words;
  private final ObjectMapper json;
  private final Clock clock;

  ReplayPages(
      ReplayReports reports, Replaying replaying, ReplayWords says, Words words, ObjectMapper json, Clock clock) {
    this.reports = reports;
    this.replaying = replaying;
    this.says = says;
    this.words = words;
    this.json = json;
    this.clock = clock;
  }

  /** A table on a page: cells in words, small numbers suppressed. */
  record Sheet(String id, String caption, List<String> head, List<List<String>> rows, String note) {}

  @GetMapping
  String show(@PathVariable UUID draftId, Locale locale, Model model) {
    var today = LocalDate.now(clock.withZone(EngineClock.LONDON));
    return page(says.draft(draftId), null, today.minusYears(1), today, Map.of(), Language.of(locale), model);
  }

  private String page(
      Draft draft, String file, LocalDate from, LocalDate to, Map<String, String> errors, Language language, Model model) {
    var files = new LinkedHashMap<String, String>();
    Replaying.files(draft).forEach(name -> files.put(name, says.file(language, name) + " (" + name + ")"));
    model.addAttribute("draft", draft);
    model.addAttribute("scheme", says.scheme(language, draft.schemeId()));
    model.addAttribute("files", files);
    model.addAttribute("file", file);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "reports",
        reports.of(draft.id()).stream().map(report -> line(report, language)).toList());
    return "workbench/replay";
  }

  /** A report in the list. */
  record Line(
      UUID id, String what, String period, String when, String who, String state, boolean outOfDate, String changed) {}

  private Line line(ReportSummary report, Language language) {
    return new Line(
        report.reportId(),
        says.file(language, report.file()),
        period(report.from(), report.to(), language),
        says.moment(language, report.startedAt()),
        says.name(report.startedBy()),
        words.say(language, "replay.state." + report.state()),
        report.outOfDate(),
        report.changed() == null
            ? ""
            : words.say(
                language,
                report.kind() == Kind.DECISION ? "replay.of-decisions" : "replay.of-cases",
                report.changed().text(),
                report.run().text()));
  }

  private String period(LocalDate from, LocalDate to, Language language) {
    return words.say(language, "replay.period", WrittenDate.of(from, language), WrittenDate.of(to, language));
  }

  @PostMapping
  String begin(
      @PathVariable UUID draftId,
      @RequestParam(defaultValue = "") String file,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model) {
    var draft = says.draft(draftId);
    var language = Language.of(locale);
    var problems = new ArrayList<InvalidInput.Problem>();
    LocalDate from = day("from", typed, problems);
    LocalDate to = day("to", typed, problems);
    try {
      if (!problems.isEmpty()) {
        throw new InvalidInput(problems);
      }
      return "redirect:/workbench/drafts/%s/replay/%s".formatted(draftId, replaying.begin(draft, file, from, to));
    } catch (InvalidInput e) {
      return page(draft, file, from, to, PageErrors.of(e.problems(), words, language), language, model);
    } catch (TableRefused e) {
      model.addAttribute("refused", e.reasons());
      return page(draft, file, from, to, Map.of("file", words.say(language, "replay.file.refused")), language, model);
    }
  }

  private static LocalDate day(String field, Map<String, String> typed, List<InvalidInput.Problem> problems) {
    try {
      return LocalDate.of(
          Integer.parseInt(typed.getOrDefault(field + "-year", "").trim()),
          Integer.parseInt(typed.getOrDefault(field + "-month", "").trim()),
          Integer.parseInt(typed.getOrDefault(field + "-day", "").trim()));
    } catch (NumberFormatException | DateTimeException e) {
      problems.add(new InvalidInput.Problem(field, "replay.day.invalid", List.of()));
      return null;
    }
  }

  @GetMapping("/{reportId}")
  String report(
      @PathVariable UUID draftId,
      @PathVariable UUID reportId,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var draft = says.draft(draftId);
    var report = found(draftId, reportId);
    var summary = reports.summary(report, draft);
    model.addAttribute("draft", draft);
    model.addAttribute("scheme", says.scheme(language, draft.schemeId()));
    model.addAttribute("report", report);
    model.addAttribute("line", line(summary, language));
    model.addAttribute("isRunning", report.state() == State.RUNNING);
    model.addAttribute("isDone", report.state() == State.DONE);
    model.addAttribute("told", progress(report, language));
    if (report.state() == State.DONE) {
      if (report.kind() == Kind.DECISION) {
        decisions(draft, report, language, model);
      } else {
        paths(draft, report, language, model);
      }
      list(report, Math.max(page, 1), language, model);
    }
    return "workbench/replay-report";
  }

  private Report found(UUID draftId, UUID reportId) {
    return reports.find(draftId, reportId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** What the page's script asks for while a replay runs. */
  @GetMapping("/{reportId}/progress")
  @ResponseBody
  Map<String, Object> progress(@PathVariable UUID draftId, @PathVariable UUID reportId, Locale locale) {
    says.draft(draftId);
    var report = found(draftId, reportId);
    return Map.of(
        "running", report.state() == State.RUNNING,
        "told", progress(report, Language.of(locale)),
        "percent", percent(report));
  }

  private static int percent(Report report) {
    return report.of() == 0 ? 0 : (int) Math.min(100, report.progress() * 100 / report.of());
  }

  private String progress(Report report, Language language) {
    if (report.state() == State.FAILED) {
      return words.say(language, "replay.failure." + report.failure());
    }
    if (report.state() != State.RUNNING) {
      return words.say(language, "replay.told." + report.state());
    }
    if (report.cancelAsked()) {
      return words.say(language, "replay.cancelling");
    }
    return words.say(language, "replay.phase." + report.phase(), report.progress(), report.of(), percent(report));
  }

  @PostMapping("/{reportId}/cancel")
  String cancel(@PathVariable UUID draftId, @PathVariable UUID reportId) {
    says.draft(draftId);
    reports.askToCancel(draftId, reportId);
    return "redirect:/workbench/drafts/%s/replay/%s".formatted(draftId, reportId);
  }

  /** The draft process as it is now, for the drawing on the report. */
  @GetMapping(path = "/{reportId}/xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] xml(@PathVariable UUID draftId, @PathVariable UUID reportId) {
    var report = found(draftId, reportId);
    var file = says.draft(draftId).files().get(report.file());
    if (file == null || file.removed() || report.kind() != Kind.PROCESS) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return file.content();
  }

  // ---- decisions

  private void decisions(Draft draft, Report report, Language language, Model model) {
    var found = reports.decisions(report);
    var facts = new ArrayList<String>();
    facts.add(
        words.say(
            language, "replay.found.run", small(found.replayed()).text(), found.combinations(), seconds(found.millis())));
    facts.add(
        found.changed() == 0
            ? words.say(language, "replay.found.none-changed")
            : words.say(language, "replay.found.changed", small(found.changed()).text()));
    if (found.failed() > 0) {
      facts.add(words.say(language, "replay.found.failed", small(found.failed()).text()));
    }
    if (!found.onlyDraft().isEmpty()) {
      facts.add(words.say(language, "replay.found.only-draft", String.join(", ", found.onlyDraft())));
    }
    if (!found.onlyThen().isEmpty()) {
      facts.add(words.say(language, "replay.found.only-then", String.join(", ", found.onlyThen())));
    }
    if (found.decisions() == 0) {
      facts.clear();
      facts.add(words.say(language, "replay.found.nothing"));
    }
    model.addAttribute("found", facts);
    var sheets = new ArrayList<Sheet>();
    if (found.notReplayed() > 0) {
      sheets.add(missing(found, language));
    }
    if (found.changed() > 0) {
      sheets.add(flows(found, language));
      sheets.add(rules(draft, report, found, language));
    }
    if (found.replayed() > 0) {
      sheets.addAll(groups(found, language));
    }
    model.addAttribute("sheets", sheets);
  }

  private static SmallCount small(long count) {
    return SmallCount.of((int) Math.min(count, Integer.MAX_VALUE - 5));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }

  private Sheet missing(DecisionFindings found, Language language) {
    return new Sheet(
        "missing",
        words.say(language, "replay.missing.caption", small(found.notReplayed()).text()),
        List.of(words.say(language, "replay.missing.fact"), words.say(language, "replay.decisions")),
        found.missing().entrySet().stream()
            .map(one -> List.of(says.fact(language, one.getKey(), null) + " (" + one.getKey() + ")", small(one.getValue()).text()))
            .toList(),
        words.say(language, "replay.missing.note"));
  }

  private Sheet flows(DecisionFindings found, Language language) {
    var counts = found.flows().stream().map(flow -> small(flow.count())).toList();
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < counts.size(); i++) {
      var flow = found.flows().get(i);
      rows.add(List.of(says.answer(language, flow.from()), says.answer(language, flow.to()), counts.get(i).text()));
    }
    rows.add(List.of(words.say(language, "replay.total"), "", SmallCount.total(counts).text()));
    return new Sheet(
        "flows",
        words.say(language, "replay.flows.caption"),
        List.of(
            words.say(language, "replay.then"), words.say(language, "replay.now"), words.say(language, "replay.decisions")),
        rows,
        null);
  }

  private Sheet rules(Draft draft, Report report, DecisionFindings found, Language language) {
    var described = new LinkedHashMap<String, String>();
    var file = draft.files().get(report.file());
    if (file != null && !file.removed()) {
      try {
        described.putAll(DraftTable.of(report.file(), file.content()).rules());
      } catch (TableRefused e) {
        // The draft has been edited since and cannot be read: ids tell enough.
        described.clear();
      }
    }
    var order = new ArrayList<>(described.keySet());
    var rows = new ArrayList<List<String>>();
    var counts = found.rules().stream().map(flow -> small(flow.count())).toList();
    for (int i = 0; i < counts.size(); i++) {
      var flow = found.rules().get(i);
      rows.add(
          List.of(
              rule(flow.from(), described, order, false, language),
              rule(flow.to(), described, order, true, language),
              counts.get(i).text()));
    }
    rows.add(List.of(words.say(language, "replay.total"), "", SmallCount.total(counts).text()));
    return new Sheet(
        "rules",
        words.say(language, "replay.rules.caption"),
        List.of(
            words.say(language, "replay.rules.then"),
            words.say(language, "replay.rules.now"),
            words.say(language, "replay.decisions")),
        rows,
        null);
  }

  /** A row by its number in the draft and what it is for; by its id where it was another table's. */
  private String rule(
      List<String> ids, Map<String, String> described, List<String> order, boolean numbered, Language language) {
    if (ids.isEmpty()) {
      return words.say(language, "replay.answer.none");
    }
    return ids.stream()
        .map(
            id -> {
              String why = described.getOrDefault(id, "").replaceAll("(?s)\\s*Source:.*", "").strip();
              String name = numbered && order.contains(id) ? words.say(language, "replay.rule", order.indexOf(id) + 1) + ", " + id : id;
              return why.isEmpty() ? name : name + ": " + why;
            })
        .collect(Collectors.joining("; "));
  }

  private List<Sheet> groups(DecisionFindings found, Language language) {
    var sheets = new ArrayList<Sheet>();
    var bys = new ArrayList<RecordedGroups.By>();
    bys.add(null);
    if (found.ofReferrals()) {
      bys.addAll(List.of(RecordedGroups.By.values()));
    }
    String onlyScheme = says.me().schemeId();
    for (RecordedGroups.By by : bys) {
      var groups =
          found.groups().stream()
              .filter(group -> group.by() == by)
              // A manager of one scheme is told nothing of the others' areas.
              .filter(group -> onlyScheme == null || group.schemeId() == null || onlyScheme.equals(group.schemeId()))
              .filter(group -> onlyScheme == null || by != null || onlyScheme.equals(group.code()))
              .sorted(order(by, language))
              .toList();
      if (by == null && groups.size() < 2) {
        continue;
      }
      var rows = new ArrayList<List<String>>();
      var replayed = new ArrayList<SmallCount>();
      var changed = new ArrayList<SmallCount>();
      boolean several = groups.stream().map(DecisionFindings.GroupCount::schemeId).distinct().count() > 1;
      for (var group : groups) {
        replayed.add(small(group.replayed()));
        changed.add(small(group.changed()));
        String name = says.group(language, by, group.schemeId(), group.code());
        rows.add(
            List.of(
                several && group.schemeId() != null ? name + " – " + says.scheme(language, group.schemeId()) : name,
                small(group.replayed()).text(),
                small(group.changed()).text()));
      }
      rows.add(List.of(words.say(language, "replay.total"), SmallCount.total(replayed).text(), SmallCount.total(changed).text()));
      String code = by == null ? "SCHEME" : by.name();
      sheets.add(
          new Sheet(
              "by-" + code.toLowerCase(Locale.ROOT),
              words.say(language, "replay.by." + code),
              List.of(
                  words.say(language, "replay.group"), words.say(language, "replay.replayed"), words.say(language, "replay.changed")),
              rows,
              note(by, groups, language)));
    }
    return sheets;
  }

  private String note(RecordedGroups.By by, List<DecisionFindings.GroupCount> groups, Language language) {
    if (by == null) {
      return null;
    }
    if (groups.stream().allMatch(group -> group.code() == null)) {
      return words.say(language, by == RecordedGroups.By.DEPRIVATION ? "replay.no-decile" : "replay.not-recorded");
    }
    return switch (by) {
      case SEX, ETHNIC_GROUP -> words.say(language, "replay.voluntary");
      case DEPRIVATION -> words.say(language, "replay.decile.note");
      case AREA, SOURCE, AGE -> null;
    };
  }

  /** Areas and sources by name, everything else in its order, what is not known last. */
  private Comparator<DecisionFindings.GroupCount> order(RecordedGroups.By by, Language language) {
    Comparator<DecisionFindings.GroupCount> unknownLast = Comparator.comparing(group -> group.code() == null);
    boolean inOrder = by != null && by != RecordedGroups.By.AREA && by != RecordedGroups.By.SOURCE;
    return inOrder
        ? unknownLast.thenComparing(group -> group.code() == null ? 0 : place(by, group.code()))
        : unknownLast.thenComparing(group -> says.group(language, by, group.schemeId(), group.code()));
  }

  private static int place(RecordedGroups.By by, String code) {
    return switch (by) {
      case AGE -> RecordedGroups.Age.valueOf(code).ordinal();
      case SEX -> RecordedGroups.Sex.valueOf(code).ordinal();
      case ETHNIC_GROUP -> RecordedGroups.EthnicGroup.valueOf(code).ordinal();
      case DEPRIVATION -> Integer.parseInt(code);
      case AREA, SOURCE -> 0;
    };
  }

  // ---- paths

  private void paths(Draft draft, Report report, Language language, Model model) {
    var found = reports.paths(report);
    // That somebody's safety is looked into is for its own readers, and few cases would point at them.
    java.util.function.LongFunction<String> shown =
        count -> found.restricted() ? small(count).text() : Long.toString(count);
    var facts = new ArrayList<String>();
    if (found.cases() == 0) {
      facts.add(words.say(language, "replay.paths.nothing"));
    } else {
      facts.add(
          words.say(
              language, "replay.paths.run", shown.apply(found.cases()), shown.apply(found.open()), found.paths(), seconds(found.millis())));
      facts.add(words.say(language, "replay.paths.followed", shown.apply(found.followed())));
      facts.add(words.say(language, "replay.paths.stuck", shown.apply(found.cases() - found.followed())));
      if (found.restricted()) {
        facts.add(words.say(language, "replay.paths.restricted"));
      }
    }
    model.addAttribute("found", facts);
    var sheets = new ArrayList<Sheet>();
    if (!found.stuck().isEmpty()) {
      sheets.add(
          new Sheet(
              "stuck",
              words.say(language, "replay.stuck.caption"),
              List.of(
                  words.say(language, "replay.stuck.where"),
                  words.say(language, "replay.stuck.why"),
                  words.say(language, "replay.cases")),
              found.stuck().stream()
                  .map(
                      one ->
                          List.of(
                              says.step(language, one.step(), one.name()),
                              because(one, language),
                              shown.apply(one.count())))
                  .toList(),
              null));
    }
    if (!found.passed().isEmpty()) {
      sheets.add(passed(draft, report, found, shown, language));
    }
    model.addAttribute("sheets", sheets);
    var file = draft.files().get(report.file());
    if (file != null && !file.removed() && found.cases() > 0) {
      model.addAttribute("drawing", "/workbench/drafts/%s/replay/%s/xml".formatted(draft.id(), report.reportId()));
      model.addAttribute("marks", marks(found, shown, language));
    }
  }

  private String because(ProcessFindings.Stuck one, Language language) {
    String after =
        one.after() == null
            ? words.say(language, "replay.stuck.beginning")
            : says.step(language, one.after(), one.afterName());
    String sentence =
        words.say(language, "replay.because." + one.because(), says.step(language, one.step(), one.name()), after);
    return one.expected().isEmpty()
        ? sentence
        : sentence
            + " "
            + words.say(
                language,
                "replay.stuck.expected",
                one.expected().entrySet().stream()
                    .map(step -> says.step(language, step.getKey(), step.getValue()))
                    .collect(Collectors.joining(", ")));
  }

  private Sheet passed(
      Draft draft, Report report, ProcessFindings found, java.util.function.LongFunction<String> shown, Language language) {
    var rows = new ArrayList<List<String>>();
    var file = draft.files().get(report.file());
    var names = new LinkedHashMap<String, String>();
    if (file != null && !file.removed()) {
      try {
        var graph = DraftGraph.of(report.file(), file.content());
        graph.stepIds().forEach(id -> names.put(id, graph.node(id).called()));
      } catch (TableRefused e) {
        names.clear();
      }
    }
    found.passed().keySet().forEach(id -> names.putIfAbsent(id, id));
    names.forEach(
        (id, name) -> {
          if (found.passed().containsKey(id)) {
            rows.add(List.of(says.step(language, id, name), shown.apply(found.passed().get(id))));
          }
        });
    return new Sheet(
        "passed",
        words.say(language, "replay.passed.caption"),
        List.of(words.say(language, "replay.passed.step"), words.say(language, "replay.cases")),
        rows,
        words.say(language, "replay.passed.note"));
  }

  /** How many came by each step, and where some could not go on: at the step, or where the draft has none, at the one before. */
  private String marks(ProcessFindings found, java.util.function.LongFunction<String> shown, Language language) {
    var marks = new LinkedHashMap<String, Map<String, String>>();
    found
        .passed()
        .forEach(
            (id, count) ->
                marks.put(
                    id,
                    Map.of(
                        "id", id, "as", "done", "badge", shown.apply(count), "says", words.say(language, "replay.mark.passed", shown.apply(count)))));
    var stuck = new LinkedHashMap<String, Long>();
    found
        .stuck()
        .forEach(
            one -> {
              boolean gone = one.because() == TokenReplay.Because.NO_SUCH_STEP;
              String at = gone ? one.after() : one.step();
              if (at != null) {
                stuck.merge(at, one.count(), Long::sum);
              }
            });
    stuck.forEach(
        (id, count) ->
            marks.put(
                id,
                Map.of(
                    "id", id, "as", "stuck", "badge", shown.apply(count), "says", words.say(language, "replay.mark.stuck", shown.apply(count)))));
    try {
      return new String(json.writeValueAsBytes(marks.values()), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Ids and numbers can always be written", e);
    }
  }

  // ---- the list

  /** Someone concerned, by reference. */
  record Row(String reference, String scheme, String before, String after) {}

  private void list(Report report, int page, Language language, Model model) {
    var rows = reports.listed(report.reportId(), says.me().schemeId(), (page - 1) * PER_PAGE, PER_PAGE + 1);
    model.addAttribute(
        "list",
        rows.stream().limit(PER_PAGE).map(one -> row(report, one, language)).toList());
    model.addAttribute("ofPaths", report.kind() == Kind.PROCESS);
    model.addAttribute("pageNumber", page);
    model.addAttribute("hasMore", rows.size() > PER_PAGE);
    int listed =
        report.kind() == Kind.DECISION ? reports.decisions(report).listed() : reports.paths(report).listed();
    model.addAttribute("isCut", listed >= DecisionReplay.MOST_LISTED);
    model.addAttribute("mostListed", DecisionReplay.MOST_LISTED);
  }

  private Row row(Report report, Changed one, Language language) {
    boolean path = report.kind() == Kind.PROCESS;
    return new Row(
        one.subjectId(),
        says.scheme(language, one.schemeId()),
        path ? "null".equals(one.before()) ? "–" : says.step(language, one.before(), one.before()) : one.before(),
        path ? says.step(language, one.after(), one.after()) : one.after());
  }
}
