package org.fingerpost.workbench.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drafts and each one's page; all of it works without JavaScript. */
@Controller
@RequestMapping("/workbench/drafts")
class DraftPages {

  private final Drafts drafts;
  private final LiveModels live;
  private final Visits visits;
  private final DraftDesk desk;
  private final Words words;

  DraftPages(Drafts drafts, LiveModels live, Visits visits, DraftDesk desk, Words words) {
    this.drafts = drafts;
    this.live = live;
    this.visits = visits;
    this.desk = desk;
    this.words = words;
  }

  /** A draft in the list. */
  record Line(UUID id, String title, String scheme, String author, List<String> files, String saved, DraftStatus status) {}

  /**
   * A file of the draft.
   *
   * @param state code of the words that say how it differs from what is live
   * @param door code of the way it came, or {@code null} for the editor
   */
  record FileLine(
      String name, String state, boolean removed, boolean overtaken, String savedBy, String savedAt, String door, String others) {}

  @GetMapping
  String list(Locale locale, Model model) {
    return list(Map.of("scheme", "", "title", "", "file", ""), Language.of(locale), model);
  }

  private String list(Map<String, String> typed, Language language, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("choices", desk.choices(language));
    var files = new TreeMap<String, String>();
    live.all(null).keySet().forEach(name -> files.put(name, name));
    model.addAttribute("files", files);
    model.addAttribute("drafts", lines(drafts.open(), language));
    model.addAttribute("ended", lines(drafts.ended(), language));
    return "workbench/drafts";
  }

  private List<Line> lines(List<Draft> all, Language language) {
    return desk.mine(all).stream()
        .map(
            draft ->
                new Line(
                    draft.id(),
                    draft.title(),
                    desk.scheme(draft.schemeId(), language),
                    desk.person(draft.author()),
                    List.copyOf(draft.files().keySet()),
                    desk.when(
                        draft.files().values().stream().map(DraftFile::savedAt).max(java.time.Instant::compareTo).orElse(draft.createdAt()),
                        language),
                    draft.status()))
        .toList();
  }

  /** Begins a draft, with a file where one is named. */
  @PostMapping
  String start(
      @RequestParam(defaultValue = "") String scheme,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String file,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    String schemeId = scheme.isBlank() ? null : scheme;
    if (!desk.isAScheme(schemeId) || !desk.mayHave(schemeId)) {
      throw new NoSuchDraft();
    }
    try {
      var draft = file.isBlank() ? drafts.start(schemeId, title) : drafts.startWith(schemeId, title, file);
      return "redirect:/workbench/drafts/" + draft.id();
    } catch (InvalidInput e) {
      refused(e, locale, model, response);
      return list(Map.of("scheme", scheme, "title", title, "file", file), Language.of(locale), model);
    }
  }

  @GetMapping("/{id}")
  String draft(@PathVariable UUID id, Locale locale, Model model) {
    return page(desk.draft(id), Language.of(locale), model);
  }

  private String page(Draft draft, Language language, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("schemeName", desk.scheme(draft.schemeId(), language));
    model.addAttribute("author", desk.person(draft.author()));
    model.addAttribute("created", desk.when(draft.createdAt(), language));
    model.addAttribute("droppedWhy", drafts.droppedWhy(draft.id()).orElse(null));
    model.addAttribute("open", draft.status() == DraftStatus.OPEN);
    model.addAttribute("lines", files(draft, language));
    model.addAttribute("addable", desk.addable(draft));
    var variants = new TreeMap<String, String>();
    live.variants(draft.schemeId()).keySet().stream()
        .filter(name -> !draft.files().containsKey(name))
        .forEach(name -> variants.put(name, name));
    model.addAttribute("variants", variants);
    var findings = desk.findings(draft, language);
    model.addAttribute("findings", findings);
    model.addAttribute("errorCount", findings.stream().filter(DraftDesk.Found::error).count());
    return "workbench/draft";
  }

  private List<FileLine> files(Draft draft, Language language) {
    var overtaken = drafts.overtaken(draft.id());
    var doors = drafts.savedWith(draft.id());
    return draft.files().values().stream()
        .map(
            file ->
                new FileLine(
                    file.name(),
                    state(draft, file),
                    file.removed(),
                    overtaken.contains(file.name()),
                    desk.person(file.savedBy()),
                    desk.when(file.savedAt(), language),
                    doors.get(file.name()) == SavedWith.EDITOR ? null : doors.get(file.name()).name(),
                    String.join(", ", visits.others(draft.id(), file.name()).stream().map(desk::person).toList())))
        .toList();
  }

  private String state(Draft draft, DraftFile file) {
    var now = live.file(draft.schemeId(), file.name());
    if (file.removed()) {
      return draft.schemeId() == null ? "removed" : "variant-dropped";
    }
    if (now.isEmpty()) {
      return "new";
    }
    if (Arrays.equals(now.get(), file.content())) {
      return "same";
    }
    return draft.schemeId() != null && !live.own(draft.schemeId(), file.name()) ? "variant-new" : "changed";
  }

  @PostMapping("/{id}/files")
  String add(@PathVariable UUID id, @RequestParam(defaultValue = "") String file, Locale locale, Model model, HttpServletResponse response) {
    var draft = desk.draft(id);
    return tried(draft, () -> drafts.add(id, file), locale, model, response);
  }

  @PostMapping("/{id}/upload")
  String upload(
      @PathVariable UUID id,
      @RequestParam(required = false) MultipartFile upload,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes done)
      throws IOException {
    var draft = desk.draft(id);
    if (upload == null || upload.isEmpty()) {
      refused(new InvalidInput("upload", "drafts.problem.upload"), locale, model, response);
      return page(draft, Language.of(locale), model);
    }
    byte[] content = upload.getBytes();
    return tried(
        draft,
        () -> {
          String name = ModelNames.of(upload.getOriginalFilename(), content);
          var there = draft.files().get(name);
          drafts.save(id, name, content, there == null ? 0 : there.revision(), SavedWith.UPLOAD);
          done.addFlashAttribute("uploaded", name);
        },
        locale,
        model,
        response);
  }

  @PostMapping("/{id}/remove")
  String remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String variant, Locale locale, Model model, HttpServletResponse response) {
    return tried(desk.draft(id), () -> drafts.remove(id, variant), locale, model, response);
  }

  @PostMapping("/{id}/take-out")
  String takeOut(@PathVariable UUID id, @RequestParam(defaultValue = "") String file, Locale locale, Model model, HttpServletResponse response) {
    return tried(desk.draft(id), () -> drafts.takeOut(id, file), locale, model, response);
  }

  @PostMapping("/{id}/caught-up")
  String caughtUp(@PathVariable UUID id, @RequestParam(defaultValue = "") String file, Locale locale, Model model, HttpServletResponse response) {
    return tried(desk.draft(id), () -> drafts.caughtUp(id, file), locale, model, response);
  }

  @PostMapping("/{id}/drop")
  String drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, Locale locale, Model model, HttpServletResponse response) {
    return tried(desk.draft(id), () -> drafts.drop(id, why), locale, model, response);
  }

  private String tried(Draft draft, Runnable work, Locale locale, Model model, HttpServletResponse response) {
    try {
      work.run();
      return "redirect:/workbench/drafts/" + draft.id();
    } catch (InvalidInput e) {
      refused(e, locale, model, response);
    } catch (ContentRefused e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(
          PageErrors.ATTRIBUTE,
          Map.of(
              "upload",
              words.say(Language.of(locale), "drafts.problem.refused", String.join(" ", desk.sentences(e, Language.of(locale))))));
    } catch (EditedMeanwhile e) {
      refused(new InvalidInput("upload", "drafts.problem.meanwhile", desk.person(e.savedBy())), locale, model, response);
    } catch (NotOpen e) {
      refused(new InvalidInput("files", "drafts.problem.closed"), locale, model, response);
    }
    return page(desk.draft(draft.id()), Language.of(locale), model);
  }

  private void refused(InvalidInput problem, Locale locale, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(problem.problems(), words, Language.of(locale)));
  }
}
