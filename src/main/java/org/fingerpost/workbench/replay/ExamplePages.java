package org.fingerpost.workbench.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.LiveModels;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Examples of a table, and how a draft answers all of its examples. */
@Controller
class ExamplePages {

  /** The name under which "all schemes" is chosen. */
  private static final String SHARED = "shared";

  private final Examples examples;
  private final ExampleForm form;
  private final PastDecisions past;
  private final LiveModels live;
  private final Schemes schemes;
  private final ReplayWords says;
  private final Words words;

  ExamplePages(
      Examples examples,
      ExampleForm form,
      PastDecisions past,
      LiveModels live,
      Schemes schemes,
      ReplayWords says,
      Words words) {
    this.examples = examples;
    this.form = form;
    this.past = past;
    this.live = live;
    this.schemes = schemes;
    this.says = says;
    this.words = words;
  }

  /** An example with what the table said to it, in words. */
  record Line(
      UUID id,
      String name,
      String scheme,
      boolean passed,
      String because,
      String expected,
      String said,
      String facts,
      String keptBy,
      String takenFrom) {}

  /** A table of a draft with its examples. */
  record TableLines(String key, String name, List<Line> lines, long failed) {}

  @GetMapping("/workbench/drafts/{draftId}/examples")
  String ofDraft(@PathVariable UUID draftId, Locale locale, Model model) {
    var language = Language.of(locale);
    var draft = says.draft(draftId);
    var results =
        examples.run(draft).stream().collect(Collectors.groupingBy(ExampleResult::file, LinkedHashMap::new, Collectors.toList()));
    var tables = new ArrayList<TableLines>();
    for (String file : draft.files().keySet()) {
      if (file.endsWith(".dmn")) {
        var lines = results.getOrDefault(file, List.of()).stream().map(result -> line(result, language)).toList();
        tables.add(
            new TableLines(
                DraftTable.keyOf(file),
                says.file(language, file),
                lines,
                lines.stream().filter(line -> !line.passed()).count()));
      }
    }
    model.addAttribute("draft", draft);
    model.addAttribute("scheme", says.scheme(language, draft.schemeId()));
    model.addAttribute("tables", tables);
    model.addAttribute("schemeCode", draft.schemeId() == null ? SHARED : draft.schemeId());
    return "workbench/examples-of-draft";
  }

  private Line line(ExampleResult result, Language language) {
    var example = result.example();
    String because = null;
    if (!result.passed()) {
      String missing =
          result.missing().stream().map(name -> says.fact(language, name, null)).collect(Collectors.joining(", "));
      because = words.say(language, "replay.example.because." + result.because(), missing);
    }
    return new Line(
        example.exampleId(),
        example.name(),
        says.scheme(language, example.schemeId()),
        result.passed(),
        because,
        says.answer(language, example.expected().isEmpty() ? List.of() : List.of(example.expected())),
        result.because() == ExampleResult.Because.OTHER_ANSWER ? says.answer(language, result.said()) : null,
        example.facts().entrySet().stream()
            .map(
                fact ->
                    words.say(
                        language,
                        "replay.fact",
                        says.fact(language, fact.getKey(), null),
                        says.value(language, fact.getKey(), fact.getValue())))
            .collect(Collectors.joining("; ")),
        says.name(example.keptBy()),
        example.takenFrom());
  }

  /**
   * @param scheme whose table, {@code shared} for the one of all schemes
   * @param draft the draft whose table answers, instead of the one in use
   * @param from reference of a past decision to take over
   */
  @GetMapping("/workbench/models/decision/{key}/examples")
  String ofTable(
      @PathVariable String key,
      @RequestParam(defaultValue = SHARED) String scheme,
      @RequestParam(required = false) UUID draft,
      @RequestParam(defaultValue = "") String from,
      Locale locale,
      Model model) {
    var language = Language.of(locale);
    var typed = new LinkedHashMap<String, String>();
    var errors = new LinkedHashMap<String, String>();
    String reference = from.strip().toUpperCase(Locale.ROOT);
    if (!reference.isEmpty()) {
      var found = past.latest(key, reference, whoseDecisions());
      if (found.isEmpty()) {
        errors.put("from", words.say(language, "replay.from.unknown"));
      } else {
        typed.putAll(ExampleForm.typed(past.facts(found.get().facts()), past.rows(found.get().outputs())));
        typed.put("takenFrom", reference);
      }
    }
    return table(key, scheme, draft, typed, errors, reference, language, model);
  }

  /** Whose past decisions may be taken over. */
  private List<String> whoseDecisions() {
    String own = says.me().schemeId();
    return own == null ? schemes.all().stream().map(Scheme::id).toList() : List.of(own);
  }

  private String table(
      String key,
      String scheme,
      UUID draftId,
      Map<String, String> typed,
      Map<String, String> errors,
      String from,
      Language language,
      Model model) {
    String schemeId = chosen(scheme);
    String file = "dmn/" + key + ".dmn";
    byte[] bytes = bytes(draftId, schemeId, file);
    model.addAttribute("key", key);
    model.addAttribute("name", says.file(language, file));
    model.addAttribute("schemeCode", scheme);
    model.addAttribute("schemeName", says.scheme(language, schemeId));
    model.addAttribute("schemes", choosable(language));
    model.addAttribute("draftId", draftId);
    model.addAttribute("errors", errors);
    model.addAttribute("from", from);
    model.addAttribute("name0", typed.get("name"));
    model.addAttribute("takenFrom", typed.get("takenFrom"));
    model.addAttribute(
        "lines",
        examples.run(file, bytes, examples.about(key, schemeId, file)).stream().map(result -> line(result, language)).toList());
    model.addAttribute("mayKeep", says.me().schemeId() == null || schemeId != null);
    try {
      var table = DraftTable.of(file, bytes);
      model.addAttribute("facts", form.facts(table, typed, language));
      model.addAttribute("answers", form.answers(table, typed, language));
      model.addAttribute("collects", table.collects());
    } catch (TableRefused e) {
      model.addAttribute("refused", e.reasons());
    }
    return "workbench/examples-of-table";
  }

  /** The id of the scheme, {@code null} for all of them. */
  private String chosen(String scheme) {
    if (SHARED.equals(scheme)) {
      return null;
    }
    String own = says.me().schemeId();
    if (schemes.find(scheme).isEmpty() || own != null && !own.equals(scheme)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return scheme;
  }

  private Map<String, String> choosable(Language language) {
    var choices = new LinkedHashMap<String, String>();
    choices.put(SHARED, says.scheme(language, null));
    whoseDecisions().forEach(scheme -> choices.put(scheme, says.scheme(language, scheme)));
    return choices;
  }

  private byte[] bytes(UUID draftId, String schemeId, String file) {
    if (draftId != null) {
      Draft draft = says.draft(draftId);
      var changed = draft.files().get(file);
      if (changed != null && !changed.removed()) {
        return changed.content();
      }
    }
    return live.file(schemeId, file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/workbench/models/decision/{key}/examples")
  String keep(
      @PathVariable String key,
      @RequestParam(defaultValue = SHARED) String scheme,
      @RequestParam(required = false) UUID draft,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String takenFrom,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var language = Language.of(locale);
    String schemeId = chosen(scheme);
    mayKeep(schemeId);
    String file = "dmn/" + key + ".dmn";
    try {
      var table = DraftTable.of(file, bytes(draft, schemeId, file));
      var problems = new ArrayList<InvalidInput.Problem>();
      if (name.isBlank()) {
        problems.add(new InvalidInput.Problem("name", "replay.name.missing", List.of()));
      }
      var facts = ExampleForm.factsOf(table, typed, problems);
      var answer = ExampleForm.answerOf(table, typed, problems);
      if (!problems.isEmpty()) {
        throw new InvalidInput(problems);
      }
      boolean known = !takenFrom.isBlank() && past.latest(key, takenFrom, whoseDecisions()).isPresent();
      examples.keep(key, schemeId, name, facts, answer, known ? takenFrom : null);
    } catch (InvalidInput e) {
      return table(
          key, scheme, draft, typed, PageErrors.of(e.problems(), words, language), "", language, model);
    } catch (TableRefused e) {
      return table(key, scheme, draft, typed, Map.of(), "", language, model);
    }
    next.addFlashAttribute("kept", name);
    return back(key, scheme, draft, next);
  }

  /** What all schemes must answer is for managers of all schemes. */
  private void mayKeep(String schemeId) {
    if (schemeId == null && says.me().schemeId() != null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private static String back(String key, String scheme, UUID draft, RedirectAttributes next) {
    next.addAttribute("scheme", scheme);
    if (draft != null) {
      next.addAttribute("draft", draft);
    }
    return "redirect:/workbench/models/decision/" + key + "/examples";
  }

  @PostMapping("/workbench/models/decision/{key}/examples/{exampleId}/remove")
  String remove(
      @PathVariable String key,
      @PathVariable UUID exampleId,
      @RequestParam(defaultValue = SHARED) String scheme,
      @RequestParam(required = false) UUID draft,
      @RequestParam(defaultValue = "") String reason,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    var language = Language.of(locale);
    var example =
        examples
            .find(exampleId)
            .filter(one -> one.decisionKey().equals(key))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    mayKeep(example.schemeId());
    chosen(example.schemeId() == null ? SHARED : example.schemeId());
    try {
      examples.remove(exampleId, reason);
    } catch (InvalidInput e) {
      var errors = new LinkedHashMap<String, String>();
      PageErrors.of(e.problems(), words, language).forEach((field, text) -> errors.put(field + "-" + exampleId, text));
      return table(key, scheme, draft, Map.of(), errors, "", language, model);
    }
    next.addFlashAttribute("removed", example.name());
    return back(key, scheme, draft, next);
  }
}
