package org.fingerpost.workbench.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.library.Library.InForce;
import org.fingerpost.workbench.library.Library.OpenDraft;
import org.fingerpost.workbench.library.Numbers.StepNumbers;
import org.fingerpost.workbench.library.Outline.Line;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of one model: what it says, where people are in it, its versions, and its file. */
@Controller
@RequestMapping("/workbench/models/{kind}/{key:[A-Za-z0-9_-]{1,100}}")
class ModelPage {

  static final String VERSION = "{version:[0-9]{1,9}}";

  /** Days to look back, to choose from. */
  private static final List<Integer> PERIODS = List.of(30, 90, 365);

  private static final int USUAL_PERIOD = 90;

  private final Library library;
  private final Numbers numbers;
  private final WhoLooks who;
  private final Schemes schemes;
  private final Words words;
  private final ObjectMapper json;

  ModelPage(Library library, Numbers numbers, WhoLooks who, Schemes schemes, Words words, ObjectMapper json) {
    this.library = library;
    this.numbers = numbers;
    this.who = who;
    this.schemes = schemes;
    this.words = words;
    this.json = json;
  }

  /** The model in force, seen from a scheme or from above all: its numbers are those of all its versions. */
  @GetMapping
  String inForce(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) Integer days,
      Locale locale,
      Model model) {
    return page(found(kind, key, scheme, null), days, locale, model);
  }

  /** One version: its numbers are its own. */
  @GetMapping("/" + VERSION)
  String version(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable int version,
      @RequestParam(required = false) String scheme,
      @RequestParam(required = false) Integer days,
      Locale locale,
      Model model) {
    return page(found(kind, key, scheme, version), days, locale, model);
  }

  @GetMapping({"/how", "/" + VERSION + "/how"})
  String how(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable(required = false) Integer version,
      @RequestParam(required = false) String scheme,
      Locale locale,
      Model model) {
    var found = found(kind, key, scheme, version);
    if (found.kind() != ModelKind.PROCESS) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var said = new LibraryWords(words, schemes, locale);
    var links = head(found, said, model);
    var read = library.read(found.shown());
    model.addAttribute("reading", read.process());
    model.addAttribute("outline", OutlineView.of(read.outline(), null, said, links));
    model.addAttribute("say", said);
    model.addAttribute("links", links);
    return "workbench/library/how";
  }

  /** The file itself. It is offered for saving, and nothing in it can run if a browser opens it all the same. */
  @GetMapping({"/xml", "/" + VERSION + "/xml"})
  ResponseEntity<byte[]> file(
      @PathVariable String kind,
      @PathVariable String key,
      @PathVariable(required = false) Integer version,
      @RequestParam(required = false) String scheme) {
    var shown = found(kind, key, scheme, version).shown();
    byte[] content = library.content(shown).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String name = "%s-%d.%s".formatted(shown.key(), shown.version(), shown.kind().ending());
    return ResponseEntity.ok()
        .contentType(
            shown.kind() == ModelKind.FORM ? MediaType.APPLICATION_JSON : new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8))
        .header("Content-Disposition", ContentDisposition.attachment().filename(name).build().toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
        .body(content);
  }

  private Found found(String kind, String key, String scheme, Integer version) {
    var wanted = ModelKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String seenFrom = who.chosen(scheme);
    var all = library.versions(wanted, key).stream().filter(one -> who.sees(one.schemeId())).toList();
    Predicate<ModelVersion> shared = one -> one.schemeId() == null;
    Predicate<ModelVersion> own = one -> seenFrom != null && seenFrom.equals(one.schemeId());
    boolean hasOwn = all.stream().filter(own).findFirst().map(one -> library.own(seenFrom, one.file())).orElse(false);
    // A version that is asked for by number may be one of a variant that the scheme has dropped since.
    boolean ofOwn = hasOwn || version != null && all.stream().noneMatch(shared.and(one -> one.version() == version));
    var line = all.stream().filter(ofOwn ? own : shared).toList();
    var shown =
        line.stream()
            .filter(one -> version == null || one.version() == version)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Found(wanted, key, seenFrom, hasOwn, version != null, shown, line, all);
  }

  private String page(Found found, Integer days, Locale locale, Model model) {
    var said = new LibraryWords(words, schemes, locale);
    int period = days != null && PERIODS.contains(days) ? days : USUAL_PERIOD;
    var links = head(found, said, model);
    model.addAttribute("periods", PERIODS);
    model.addAttribute("period", period);
    return switch (found.kind()) {
      case PROCESS -> process(found, Duration.ofDays(period), links, said, model);
      case DECISION -> decision(found, Duration.ofDays(period), said, model);
      case FORM -> form(found, links, said, model);
    };
  }

  /** What all pages of a model have. */
  private ModelLinks head(Found found, LibraryWords said, Model model) {
    var models = library.inForce();
    var links = new ModelLinks(models, found.seenFrom(), said);
    var shown = found.shown();
    var running = found.kind() == ModelKind.PROCESS ? numbers.running(found.seenFrom()) : List.<Numbers.Running>of();
    model.addAttribute("kind", found.kind().code());
    model.addAttribute("key", found.key());
    model.addAttribute("schemeId", found.seenFrom());
    model.addAttribute("seenFrom", said.scheme(found.seenFrom()));
    model.addAttribute("title", links.title(shown));
    model.addAttribute("foreign", links.foreign(shown));
    model.addAttribute("shown", shown);
    model.addAttribute("latest", found.line().get(0).version() == shown.version());
    model.addAttribute("oneVersion", found.oneVersion());
    model.addAttribute("own", shown.schemeId() != null);
    model.addAttribute("ofScheme", said.scheme(shown.schemeId()));
    model.addAttribute("change", changeOf(found, said));
    model.addAttribute("versions", versions(found, running, said));
    model.addAttribute("schemes", who.schemes(said.language()));
    model.addAttribute("mayChooseAll", who.aboveSchemes());
    model.addAttribute("mayChangeThis", shown.schemeId() != null || who.aboveSchemes());
    model.addAttribute("variants", variants(models, found, said));
    model.addAttribute("withoutVariant", withoutVariant(models, found, said));
    model.addAttribute("drafts", drafts(shown, said));
    model.addAttribute("base", "/workbench/models/%s/%s".formatted(found.kind().code(), found.key()));
    return links;
  }

  private static VersionView changeOf(Found found, LibraryWords said) {
    return found.line().stream()
        .filter(one -> one.version() == found.shown().since())
        .findFirst()
        .map(one -> view(one, 0, said))
        .orElse(null);
  }

  /** The versions that differ from the one before, that somebody runs on, or that is the latest. */
  private List<VersionView> versions(Found found, List<Numbers.Running> running, LibraryWords said) {
    var views = new ArrayList<VersionView>();
    for (ModelVersion one : found.line()) {
      long on =
          running.stream()
              .filter(r -> r.key().equals(one.key()) && r.version() == one.version() && Objects.equals(r.schemeId(), one.schemeId()))
              .mapToLong(Numbers.Running::running)
              .sum();
      if (one.changed() || on > 0 || one == found.line().get(0) || one == found.shown()) {
        views.add(view(one, on, said));
      }
    }
    return views;
  }

  private static VersionView view(ModelVersion one, long running, LibraryWords said) {
    return new VersionView(
        one.version(), one.since(), said.moment(one.deployedAt()), one.deployedBy(), one.reason(), one.source(), running);
  }

  private Map<String, String> variants(InForce models, Found found, LibraryWords said) {
    var variants = new LinkedHashMap<String, String>();
    models.models().stream()
        .map(ModelVersions.Latest::version)
        .filter(one -> one.kind() == found.kind() && one.key().equals(found.key()) && one.schemeId() != null)
        .filter(one -> who.sees(one.schemeId()))
        .forEach(one -> variants.put(one.schemeId(), said.scheme(one.schemeId())));
    return variants;
  }

  private Map<String, String> withoutVariant(InForce models, Found found, LibraryWords said) {
    var without = new LinkedHashMap<>(who.schemes(said.language()));
    without.keySet().removeAll(variants(models, found, said).keySet());
    return without;
  }

  private List<DraftView> drafts(ModelVersion shown, LibraryWords said) {
    return library.drafts().getOrDefault(shown.file(), List.of()).stream()
        .filter(draft -> who.sees(draft.schemeId()))
        .sorted(Comparator.comparing(OpenDraft::title))
        .map(draft -> new DraftView(draft.id(), draft.title(), draft.author(), said.scheme(draft.schemeId())))
        .toList();
  }

  private String process(Found found, Duration period, ModelLinks links, LibraryWords said, Model model) {
    var read = library.read(found.shown());
    var line = found.line().stream().map(ModelVersion::definitionId).toList();
    var counted = found.oneVersion() ? List.of(found.shown().definitionId()) : line;
    var of = numbers.steps(counted, line, found.seenFrom(), period);
    model.addAttribute("purpose", read.purpose());
    model.addAttribute("outline", OutlineView.of(read.outline(), of, said, links));
    model.addAttribute("steps", steps(read.outline(), of, said));
    model.addAttribute("marks", marks(read.outline(), of, said));
    model.addAttribute("elsewhere", elsewhere(read.outline(), of));
    return "workbench/library/process";
  }

  private static List<StepView> steps(List<Line> outline, Map<String, StepNumbers> of, LibraryWords said) {
    return outline.stream()
        .filter(OutlineView::place)
        .map(
            line -> {
              var numbers = of.getOrDefault(line.elementId(), StepNumbers.NONE);
              String name = said.element(line.elementId(), line.name());
              return new StepView(
                  line.number(),
                  name,
                  said.foreign(name, line.name()),
                  said.say("library.place." + line.kind()),
                  numbers,
                  said.duration(numbers.median()),
                  said.duration(numbers.ninetieth()));
            })
        .toList();
  }

  /** How many stand at steps that the version shown does not have any more. */
  private static long elsewhere(List<Line> outline, Map<String, StepNumbers> of) {
    var known = outline.stream().map(Line::elementId).filter(Objects::nonNull).toList();
    return of.entrySet().stream().filter(step -> !known.contains(step.getKey())).mapToLong(step -> step.getValue().here()).sum();
  }

  /** See diagram.js. */
  private String marks(List<Line> outline, Map<String, StepNumbers> of, LibraryWords said) {
    var marks = new ArrayList<Map<String, String>>();
    for (Line line : outline) {
      var numbers = of.get(line.elementId());
      if (numbers != null && OutlineView.place(line)) {
        var mark = new LinkedHashMap<String, String>();
        mark.put("id", line.elementId());
        if (numbers.here() > 0) {
          mark.put("as", numbers.late() > 0 ? "late" : "here");
          mark.put(
              "badge", numbers.late() > 0 ? said.say("library.badge.late", numbers.here(), numbers.late()) : String.valueOf(numbers.here()));
        }
        if (numbers.median() != null) {
          mark.put("note", said.say("library.badge.took", said.shortly(numbers.median()), said.shortly(numbers.ninetieth())));
        }
        mark.put("says", OutlineView.numbers(line, numbers, said));
        marks.add(mark);
      }
    }
    return json(marks);
  }

  private String decision(Found found, Duration period, LibraryWords said, Model model) {
    var read = library.read(found.shown()).decision();
    // Versions in a row that say the same are one table to whoever reads the answers.
    var same = found.line().stream().filter(one -> one.since() == found.shown().since()).map(ModelVersion::definitionId).toList();
    model.addAttribute("purpose", read.purpose());
    model.addAttribute("reading", read);
    model.addAttribute("answers", numbers.rules(same, found.seenFrom(), period));
    model.addAttribute(
        "hitPolicy",
        switch (read.hitPolicy()) {
          case "FIRST", "UNIQUE", "COLLECT", "RULE ORDER", "ANY" ->
              said.say("library.hit." + read.hitPolicy().replace(" ", "_"));
          default -> read.hitPolicy();
        });
    return "workbench/library/decision";
  }

  private String form(Found found, ModelLinks links, LibraryWords said, Model model) {
    var read = library.read(found.shown()).form();
    model.addAttribute("purpose", read.guidance().in(said.language()));
    model.addAttribute("reading", read);
    model.addAttribute(
        "fields",
        read.fields().stream()
            .map(
                field ->
                    new FieldView(
                        field.key(),
                        field.label().in(said.language()),
                        said.say("library.field." + (FIELD_TYPES.contains(field.type()) ? field.type() : "other")),
                        field.optionsFrom(),
                        field.options().stream().map(option -> option.in(said.language())).toList(),
                        field.required(),
                        field.hiddenWhen()))
            .toList());
    model.addAttribute(
        "uses",
        links.uses(found.key()).stream()
            .filter(use -> who.sees(use.process().schemeId()))
            .map(
                use ->
                    new UseView(
                        links.title(use.process()),
                        ModelLinks.address(ModelKind.PROCESS, use.process().key(), found.seenFrom()),
                        said.element(use.step().id(), use.step().name()),
                        said.scheme(use.process().schemeId())))
            .toList());
    return "workbench/library/form";
  }

  private static final List<String> FIELD_TYPES =
      List.of(
          "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "group", "dynamiclist");

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can always be written", e);
    }
  }

  /**
   * @param hasOwn the scheme it is seen from has its own
   * @param oneVersion a version was asked for
   * @param line all versions of the same scheme, newest first
   * @param all those and the versions of other schemes
   */
  private record Found(
      ModelKind kind,
      String key,
      String seenFrom,
      boolean hasOwn,
      boolean oneVersion,
      ModelVersion shown,
      List<ModelVersion> line,
      List<ModelVersion> all) {}

  record VersionView(int version, int since, String when, String who, String why, String source, long running) {}

  record StepView(
      String number, String name, boolean foreign, String what, StepNumbers numbers, String median, String ninetieth) {}

  record FieldView(
      String key, String label, String type, String optionsFrom, List<String> options, boolean required, String hiddenWhen) {}

  record UseView(String process, String href, String step, String scheme) {}

  record DraftView(String id, String title, String author, String scheme) {}
}
