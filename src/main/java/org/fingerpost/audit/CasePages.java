package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.audit.KeptWords.What;
import org.fingerpost.audit.KeptWords.Why;
import org.fingerpost.audit.ProcessFlows.Flow;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * One case for an auditor: its story, how it stood on a day, the way it went, and the words about it. Whoever may open {@code /audit}
 * at all is settled by the access rules of the addresses, not here. Nothing can be changed from these pages.
 */
@Controller
class CasePages {

  private final CaseStory story;
  private final CasePaths paths;
  private final KeptWords kept;
  private final StaffNames names;
  private final Words words;
  private final ObjectMapper json;

  CasePages(CaseStory story, CasePaths paths, KeptWords kept, StaffNames names, Words words, ObjectMapper json) {
    this.story = story;
    this.paths = paths;
    this.kept = kept;
    this.names = names;
    this.words = words;
    this.json = json;
  }

  /**
   * @param on a day, at whose end the case is looked at, or {@code null}
   * @param time of that day in London, or {@code null}
   */
  @GetMapping({"/audit/referrals/{reference}", "/audit/cases/{reference}"})
  String tell(
      @PathVariable String reference,
      @RequestParam(required = false) String on,
      @RequestParam(required = false) String time,
      Locale locale,
      Model model) {
    var said = new AuditWords(words, Language.of(locale));
    var errors = new LinkedHashMap<String, String>();
    var until = moment(on, time, errors, said);
    var told = story.open(reference, until).orElseThrow(CasePages::notFound);
    var teller = new StoryTeller(said, names.of(told.staff()));
    frame(told.found(), said, model);
    var inWords = new CaseInWords(said, teller);
    model.addAttribute("summary", inWords.summary(told.found(), until == null));
    model.addAttribute("lines", teller.tell(told.lines()));
    model.addAttribute("looks", teller.tell(told.looks()));
    model.addAttribute("ways", inWords.ways(told.processes(), until));
    model.addAttribute("stood", told.standing() == null ? null : stood(told, said));
    model.addAttribute("longer", told.longer());
    model.addAttribute("on", on);
    model.addAttribute("time", time);
    model.addAttribute("wordsKept", KeptWords.areKept(told.found().kind()));
    model.addAttribute("personKept", told.found().kind() == CaseKind.REFERRAL);
    model.addAttribute("whys", whys(said));
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    return "audit/case";
  }

  /** Names are looked up for those who had tasks then, who need not be among those who acted. */
  private CaseInWords.Stood stood(CaseStory.Told told, AuditWords said) {
    var assignees =
        told.standing().tasks().stream().map(AsItStood.OpenTask::assignee).filter(java.util.Objects::nonNull).toList();
    return new CaseInWords(said, new StoryTeller(said, names.of(assignees))).stood(told.found(), told.standing());
  }

  /** The way of one process of the case: drawn on the version it went by, and told beside it. */
  @GetMapping("/audit/cases/{reference}/path/{process}")
  String path(
      @PathVariable String reference,
      @PathVariable String process,
      @RequestParam(required = false) String on,
      @RequestParam(required = false) String time,
      Locale locale,
      Model model) {
    var said = new AuditWords(words, Language.of(locale));
    var until = moment(on, time, new LinkedHashMap<>(), said);
    var told = story.open(reference, until).orElseThrow(CasePages::notFound);
    var shown =
        told.processes().stream()
            .filter(one -> one.id().equals(process))
            .findFirst()
            .orElseThrow(CasePages::notFound);
    var inWords = new CaseInWords(said, new StoryTeller(said, Map.of()));
    var path = paths.of(process, until);
    var arrows = paths.arrows(path, shown.definitionId());
    frame(told.found(), said, model);
    model.addAttribute("process", shown.model() == null ? shown.definitionId() : said.model(shown.model()));
    model.addAttribute("processId", process);
    model.addAttribute("xml", "/audit/models/" + shown.definitionId() + "/xml");
    model.addAttribute("marks", marks(path, arrows, said));
    model.addAttribute("steps", inWords.steps(path, arrows));
    model.addAttribute("ways", inWords.ways(told.processes(), until));
    model.addAttribute("on", on);
    model.addAttribute("time", time);
    model.addAttribute("until", until == null ? null : said.moment(until));
    return "audit/path";
  }

  /** Uncovers what is covered, once; the answer is kept by no cache, and looking again needs a reason again. */
  @PostMapping("/audit/cases/{reference}/words")
  String uncover(
      @PathVariable String reference,
      @RequestParam(required = false) String what,
      @RequestParam(required = false) String why,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    var said = new AuditWords(words, Language.of(locale));
    if (code(Why.values(), why) == null || code(What.values(), what) == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, Map.of("why", said.say("audit.words.why-missing")));
      model.addAttribute("caseReference", reference);
      model.addAttribute("path", CaseKind.path(reference));
      model.addAttribute("what", code(What.values(), what) == null ? What.REASONS.name() : what);
      model.addAttribute("whys", whys(said));
      return "audit/why";
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var shown = kept.show(reference, What.valueOf(what), Why.valueOf(why)).orElseThrow(CasePages::notFound);
    var teller = new StoryTeller(said, names.of(shown.said().stream().map(KeptWords.Said::who).filter(java.util.Objects::nonNull).toList()));
    model.addAttribute("caseReference", reference);
    model.addAttribute("path", CaseKind.path(reference));
    model.addAttribute("why", said.say("audit.why." + why));
    model.addAttribute("ofPerson", What.valueOf(what) == What.PERSON);
    model.addAttribute("person", shown.person().orElse(null));
    model.addAttribute(
        "said",
        shown.said().stream()
            .map(
                one ->
                    new SaidLine(
                        said.say("audit.about." + one.about()),
                        one.who() == null ? "–" : teller.who(org.fingerpost.platform.Actor.staff(one.who())),
                        one.at() == null ? "–" : said.moment(one.at()),
                        one.said()))
            .toList());
    return "audit/words";
  }

  /** A model as it was deployed, in the very version that a story names. */
  @GetMapping("/audit/models/{definition}/xml")
  ResponseEntity<String> xml(@PathVariable String definition) {
    var xml = paths.xml(definition).orElseThrow(CasePages::notFound);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "xml", java.nio.charset.StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(xml);
  }

  private static void frame(AuditedCase found, AuditWords said, Model model) {
    model.addAttribute("caseReference", found.reference());
    model.addAttribute("path", CaseKind.path(found.reference()));
    model.addAttribute("title", said.title(found.kind(), found.reference()));
  }

  private String marks(List<CasePaths.Passage> path, Map<String, Optional<Flow>> arrows, AuditWords said) {
    var marks = new ArrayList<Map<String, String>>();
    CasePaths.marks(path)
        .forEach(
            (id, as) ->
                marks.add(Map.of("id", id, "as", as, "says", said.say("here".equals(as) ? "audit.path.here" : "audit.path.done"))));
    arrows.values().stream()
        .flatMap(Optional::stream)
        .map(Flow::id)
        .distinct()
        .sorted()
        .forEach(id -> marks.add(Map.of("id", id, "as", "way")));
    try {
      return json.writeValueAsString(marks);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Marks are texts and can always be written", e);
    }
  }

  private static Instant moment(String on, String time, Map<String, String> errors, AuditWords said) {
    if (on == null || on.isBlank()) {
      return null;
    }
    try {
      var day = LocalDate.parse(on.strip());
      return time == null || time.isBlank()
          ? day.plusDays(1).atStartOfDay(AuditWords.LONDON).toInstant().minusNanos(1_000)
          : day.atTime(LocalTime.parse(time.strip())).atZone(AuditWords.LONDON).toInstant();
    } catch (DateTimeParseException e) {
      errors.put("on", said.say("audit.stood.not-a-day"));
      return null;
    }
  }

  private static <E extends Enum<E>> E code(E[] all, String wanted) {
    for (var one : all) {
      if (one.name().equals(wanted)) {
        return one;
      }
    }
    return null;
  }

  private static Map<String, String> whys(AuditWords said) {
    var whys = new LinkedHashMap<String, String>();
    for (var why : Why.values()) {
      whys.put(why.name(), said.say("audit.why." + why));
    }
    return whys;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  record SaidLine(String about, String who, String at, String said) {

    @Override
    public String toString() {
      return "SaidLine";
    }
  }
}
