package org.fingerpost.workbench.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The editor of one file, and what its script asks for. */
@Controller
@RequestMapping("/workbench/drafts/{id}")
class EditorPages {

  private static final int LARGEST = 1024 * 1024;
  private static final String DMN_1_3 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  /** What the script says; each is a message {@code drafts.editor.<name>}. */
  private static final List<String> SCRIPT_WORDS =
      List.of(
          "saving", "saved", "unsaved", "refused", "offline", "signed-out", "closed", "failed", "theirs", "look", "take", "put-mine",
          "keep-copy", "sure", "error", "warning", "templates", "templates-find", "templates-none", "close",
          "meanwhile");

  private final Drafts drafts;
  private final Visits visits;
  private final DraftDesk desk;
  private final CurrentActor actor;
  private final Words words;
  private final ObjectMapper json;

  EditorPages(Drafts drafts, Visits visits, DraftDesk desk, CurrentActor actor, Words words, ObjectMapper json) {
    this.drafts = drafts;
    this.visits = visits;
    this.desk = desk;
    this.actor = actor;
    this.words = words;
    this.json = json;
  }

  @GetMapping("/edit")
  String edit(
      @PathVariable UUID id, @RequestParam String file, @RequestParam(required = false) String element, Locale locale, Model model)
      throws JsonProcessingException {
    var language = Language.of(locale);
    var draft = desk.draft(id);
    var kept = kept(draft, file);
    String kind = file.substring(file.lastIndexOf('.') + 1);
    model.addAttribute("draft", draft);
    model.addAttribute("schemeName", desk.scheme(draft.schemeId(), language));
    model.addAttribute("file", file);
    model.addAttribute("kind", kind);
    model.addAttribute("element", element);
    model.addAttribute("revision", kept.revision());
    model.addAttribute("open", draft.status() == DraftStatus.OPEN);
    model.addAttribute("savedBy", desk.person(kept.savedBy()));
    model.addAttribute("savedAt", desk.when(kept.savedAt(), language));
    model.addAttribute(
        "editable", !"dmn".equals(kind) || new String(kept.content(), StandardCharsets.UTF_8).contains(DMN_1_3));
    model.addAttribute("findings", desk.findings(draft, language).stream().filter(found -> found.file().equals(file)).toList());
    var said = new TreeMap<String, String>();
    SCRIPT_WORDS.forEach(name -> said.put(name, words.say(language, "drafts.editor." + name)));
    model.addAttribute("words", json.writeValueAsString(said));
    return "workbench/edit";
  }

  /** The file as it was last saved: for the editor, or to take away. */
  @GetMapping("/file")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @RequestParam String file, @RequestParam(defaultValue = "false") boolean download) {
    var kept = kept(desk.draft(id), file);
    var answer =
        ResponseEntity.ok()
            .contentType(file.endsWith(".form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
            .header(HttpHeaders.ETAG, "\"" + kept.revision() + "\"")
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (download) {
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(file.substring(file.indexOf('/') + 1)).build().toString());
    }
    return answer.body(kept.content());
  }

  /** Keeps what the editor has; answers with the new revision and what the checks find. */
  @PutMapping(value = "/file", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> save(
      @PathVariable UUID id, @RequestParam String file, @RequestParam int revision, InputStream sent, Locale locale) throws IOException {
    desk.draft(id);
    byte[] content = sent.readNBytes(LARGEST + 1);
    int kept = drafts.save(id, file, content, revision);
    var draft = drafts.get(id);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("revision", kept);
    answer.put("at", desk.time(draft.files().get(file).savedAt()));
    answer.put("findings", desk.findings(draft, Language.of(locale)).stream().filter(found -> found.file().equals(file)).toList());
    return ResponseEntity.ok(answer);
  }

  /** Heard every few seconds from each open editor; answers who else is there and what stands saved. */
  @PostMapping(value = "/here", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> here(@PathVariable UUID id, @RequestParam String file, Locale locale) {
    var draft = desk.draft(id);
    var kept = draft.files().get(file);
    var others = visits.here(id, file).stream().map(desk::person).toList();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("others", others.isEmpty() ? "" : words.say(Language.of(locale), "drafts.editor.others", String.join(", ", others)));
    answer.put("revision", kept == null ? 0 : kept.revision());
    answer.put("open", draft.status() == DraftStatus.OPEN);
    if (kept != null) {
      answer.put("meanwhile", meanwhile(kept.savedBy(), kept.savedAt(), Language.of(locale)));
    }
    return ResponseEntity.ok(answer);
  }

  /** An editor was closed. */
  @PostMapping("/gone")
  ResponseEntity<Void> gone(@PathVariable UUID id, @RequestParam String file) {
    desk.draft(id);
    visits.gone(id, file);
    return ResponseEntity.noContent().build();
  }

  /** What a step can do, for the editor of processes: nobody types the name of a program. */
  @GetMapping(value = "/templates", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Resource> templates(@PathVariable UUID id) {
    desk.draft(id);
    return ResponseEntity.ok(new ClassPathResource("workbench/element-templates.json"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> meanwhile(EditedMeanwhile problem, Locale locale) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("revision", problem.revision());
    answer.put(
        "meanwhile",
        problem.savedBy() == null
            ? words.say(Language.of(locale), "drafts.editor.taken-out")
            : meanwhile(problem.savedBy(), problem.savedAt(), Language.of(locale)));
    return ResponseEntity.status(HttpStatus.CONFLICT).body(answer);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(ContentRefused problem, Locale locale) {
    return ResponseEntity.unprocessableEntity().body(Map.of("sentences", desk.sentences(problem, Language.of(locale))));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> closed(NotOpen problem) {
    return ResponseEntity.status(HttpStatus.LOCKED).body(Map.of("status", problem.status()));
  }

  private String meanwhile(String savedBy, java.time.Instant savedAt, Language language) {
    boolean mine = Objects.equals(savedBy, actor.get().id());
    return mine
        ? words.say(language, "drafts.editor.meanwhile-mine", desk.time(savedAt))
        : words.say(language, "drafts.editor.meanwhile-by", desk.person(savedBy), desk.time(savedAt));
  }

  private static DraftFile kept(Draft draft, String file) {
    var kept = draft.files().get(file);
    if (kept == null || kept.removed()) {
      throw new NoSuchDraft();
    }
    return kept;
  }
}
