package org.fingerpost.workbench.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.check.Change;
import org.fingerpost.workbench.check.CheckWords;
import org.fingerpost.workbench.check.ModelDifference;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.library.ModelVersions.Latest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a change begins, and what differs: between two versions, between two schemes, between a scheme and all others. */
@Controller
@RequestMapping("/workbench")
class ChangePages {

  private static final String MODEL = "/models/{kind}/{key:[A-Za-z0-9_-]{1,100}}";
  private static final String SHARED = "shared";
  private static final int LONGEST_TITLE = 120;

  private final Library library;
  private final Drafts drafts;
  private final LiveModels live;
  private final ModelDifference difference;
  private final CheckWords checkWords;
  private final WhoLooks who;
  private final Schemes schemes;
  private final Words words;

  ChangePages(
      Library library,
      Drafts drafts,
      LiveModels live,
      ModelDifference difference,
      CheckWords checkWords,
      WhoLooks who,
      Schemes schemes,
      Words words) {
    this.library = library;
    this.drafts = drafts;
    this.live = live;
    this.difference = difference;
    this.checkWords = checkWords;
    this.who = who;
    this.schemes = schemes;
    this.words = words;
  }

  // ---- drafts

  /** Begins a draft with the model in it; for a scheme without a variant of it, this is how one is made. */
  @PostMapping(MODEL + "/change")
  String change(
      @PathVariable String kind, @PathVariable String key, @RequestParam(required = false) String scheme, Locale locale) {
    var said = new LibraryWords(words, schemes, locale);
    String forScheme = who.changing(scheme);
    var model = inForce(kind, key, null);
    String file = model.version().file();
    boolean variant = forScheme != null && !live.own(forScheme, file);
    String title =
        forScheme == null
            ? said.say("library.draft.shared", title(model, said))
            : said.say(variant ? "library.draft.variant" : "library.draft.own", title(model, said), said.scheme(forScheme));
    return opened(drafts.startWith(forScheme, cut(title), file));
  }

  /** Begins a draft that takes a scheme's variant away, so that the shared model holds there again. */
  @PostMapping(MODEL + "/drop")
  String drop(@PathVariable String kind, @PathVariable String key, @RequestParam String scheme, Locale locale) {
    var said = new LibraryWords(words, schemes, locale);
    String forScheme = who.changing(scheme);
    var model = inForce(kind, key, forScheme);
    if (forScheme == null || !live.own(forScheme, model.version().file())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var draft = drafts.start(forScheme, cut(said.say("library.draft.drop", title(model, said), said.scheme(forScheme))));
    drafts.remove(draft.id(), model.version().file());
    return opened(draft);
  }

  private Latest inForce(String kind, String key, String schemeId) {
    var models = library.inForce();
    return ModelKind.of(kind)
        .flatMap(one -> models.find(one, key, schemeId).or(() -> models.find(one, key, null)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String title(Latest model, LibraryWords said) {
    return new ModelLinks(library.inForce(), model.version().schemeId(), said).title(model.version());
  }

  private static String cut(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
  }

  private static String opened(Draft draft) {
    return "redirect:/workbench/drafts/" + draft.id();
  }

  // ---- differences

  /**
   * What differs between two versions of a model.
   *
   * @param from {@code shared} or a scheme, with {@code .3} for a version other than the latest
   */
  @GetMapping(MODEL + "/difference")
  String difference(
      @PathVariable String kind,
      @PathVariable String key,
      @RequestParam String from,
      @RequestParam String to,
      Locale locale,
      Model model) {
    var said = new LibraryWords(words, schemes, locale);
    var all = library.versions(ModelKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), key);
    var before = side(all, from);
    var after = side(all, to);
    var changes = changes(before, after);
    var links = new ModelLinks(library.inForce(), after.schemeId(), said);
    model.addAttribute("title", links.title(after));
    model.addAttribute("back", ModelLinks.address(after.kind(), key, after.schemeId()));
    model.addAttribute("before", side(before, said));
    model.addAttribute("after", side(after, said));
    model.addAttribute("changes", said(changes, said));
    return "workbench/library/difference";
  }

  private ModelVersion side(List<ModelVersion> all, String side) {
    int dot = side.indexOf('.');
    String line = dot < 0 ? side : side.substring(0, dot);
    String number = dot < 0 ? "" : side.substring(dot + 1);
    String scheme = line.equals(SHARED) ? null : line;
    return all.stream()
        .filter(one -> Objects.equals(one.schemeId(), scheme) && who.sees(scheme))
        .filter(one -> number.isEmpty() || number.equals(String.valueOf(one.version())))
        .findFirst()
        // A scheme without versions of its own runs the shared model.
        .or(() -> all.stream().filter(one -> number.isEmpty() && schemes.find(line).isPresent() && one.schemeId() == null).findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<Change> changes(ModelVersion before, ModelVersion after) {
    return difference.between(
        after.file(), library.content(before).orElse(null), library.content(after).orElse(null));
  }

  private List<Said> said(List<Change> changes, LibraryWords said) {
    return changes.stream()
        .map(change -> new Said(said.say("library.difference." + change.kind()), checkWords.say(said.language(), change)))
        .toList();
  }

  private static String side(ModelVersion one, LibraryWords said) {
    return said.say("library.difference.side", said.scheme(one.schemeId()), one.version(), said.day(one.deployedAt()));
  }

  // ---- schemes side by side

  @GetMapping("/schemes")
  String schemes(
      @RequestParam(required = false) String one, @RequestParam(required = false) String other, Locale locale, Model model) {
    var said = new LibraryWords(words, schemes, locale);
    var names = who.schemes(said.language());
    var models = library.inForce();
    var byFile = new TreeMap<String, TreeSet<String>>();
    for (Latest latest : models.models()) {
      if (latest.version().schemeId() != null && who.sees(latest.version().schemeId())) {
        byFile.computeIfAbsent(latest.version().file(), file -> new TreeSet<>()).add(latest.version().schemeId());
      }
    }
    var rows = new ArrayList<Variant>();
    for (Latest latest : models.models()) {
      var version = latest.version();
      var owners = byFile.get(version.file());
      if (version.schemeId() == null && owners != null) {
        var links = new ModelLinks(models, null, said);
        rows.add(
            new Variant(
                version.kind().code(),
                version.key(),
                links.title(version),
                links.foreign(version),
                names.entrySet().stream().map(scheme -> new Cell(scheme.getKey(), scheme.getValue(), owners.contains(scheme.getKey()))).toList()));
      }
    }
    rows.sort(Comparator.comparing(Variant::title));
    model.addAttribute("rows", rows);
    model.addAttribute("schemes", names);
    var choosable = new LinkedHashMap<String, String>();
    choosable.put(SHARED, said.say("library.shared"));
    choosable.putAll(names);
    model.addAttribute("choosable", choosable);
    model.addAttribute("one", chosen(one, choosable.keySet().iterator().next()));
    model.addAttribute("other", chosen(other, names.keySet().stream().findFirst().orElse(SHARED)));
    if (one != null && other != null) {
      model.addAttribute("compared", compared(schemeOf(one), schemeOf(other), models, said));
      model.addAttribute("oneName", said.scheme(schemeOf(one)));
      model.addAttribute("otherName", said.scheme(schemeOf(other)));
    }
    model.addAttribute("models", files(models, said));
    return "workbench/library/schemes";
  }

  private static String chosen(String wanted, String otherwise) {
    return wanted == null ? otherwise : wanted;
  }

  private String schemeOf(String chosen) {
    if (chosen.equals(SHARED)) {
      return null;
    }
    if (schemes.find(chosen).isEmpty() || !who.sees(chosen)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return chosen;
  }

  /** What one scheme runs and the other runs otherwise, model by model. */
  private List<Compared> compared(String one, String other, Library.InForce models, LibraryWords said) {
    var links = new ModelLinks(models, null, said);
    var files = new TreeSet<String>();
    for (String scheme : new String[] {one, other}) {
      files.addAll(live.variants(scheme).keySet());
    }
    var compared = new ArrayList<Compared>();
    for (String file : files) {
      var changes = difference.between(file, live.file(one, file).orElse(null), live.file(other, file).orElse(null));
      models.models().stream()
          .map(Latest::version)
          .filter(version -> version.file().equals(file))
          .findFirst()
          .filter(version -> !changes.isEmpty())
          .ifPresent(
              version -> compared.add(new Compared(links.title(version), links.foreign(version), said(changes, said))));
    }
    return compared;
  }

  /** Every shared model, to choose one that a scheme is to have for itself. */
  private static List<Choice> files(Library.InForce models, LibraryWords said) {
    var links = new ModelLinks(models, null, said);
    return models.models().stream()
        .map(Latest::version)
        .filter(version -> version.schemeId() == null)
        .map(
            version ->
                new Choice(
                    version.kind().code() + "/" + version.key(),
                    "%s: %s".formatted(said.say("library.kind." + version.kind().code()), links.title(version))))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /** Begins a draft that gives a scheme a variant of the model chosen on the page of schemes. */
  @PostMapping("/schemes/variant")
  String variant(@RequestParam String model, @RequestParam String scheme, Locale locale) {
    String[] parts = model.split("/", -1);
    if (parts.length != 2) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return change(parts[0], parts[1], scheme, locale);
  }

  record Said(String kind, String text) {}

  record Cell(String schemeId, String scheme, boolean own) {}

  record Variant(String kind, String key, String title, boolean foreign, List<Cell> cells) {}

  record Compared(String title, boolean foreign, List<Said> changes) {}

  record Choice(String value, String label) {}
}
