package org.fingerpost.kitemark.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fingerpost.kitemark.MarkByLink;
import org.fingerpost.kitemark.MarkSeen;
import org.fingerpost.kitemark.UpkeepKind;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where an organisation keeps its kite mark up to date, with the link in a mail and without an account: an overview, and a page for each
 * thing that can be done. Opening a page changes nothing, because mail scanners open links too.
 */
@Controller
@RequestMapping("/kitemark/mark/{token}")
class MarkByLinkController {

  private static final int LONGEST = 2000;

  private final MarkByLink marks;
  private final CurrentActor currentActor;
  private final Words words;

  MarkByLinkController(MarkByLink marks, CurrentActor currentActor, Words words) {
    this.marks = marks;
    this.currentActor = currentActor;
    this.words = words;
  }

  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping
  String overview(
      @PathVariable String token,
      @RequestParam(required = false) String done,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return marks
        .look(token)
        .map(
            mark -> {
              model.addAttribute("done", done != null && done.matches("paper|check|condition") ? done : null);
              return page("kitemark/mark", token, mark, Language.of(locale), model);
            })
        .orElseGet(() -> closed(response));
  }

  @GetMapping("/paper/{kind}")
  String paper(
      @PathVariable String token,
      @PathVariable String kind,
      @RequestParam(required = false) String tooLarge,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    if (tooLarge != null) {
      wrong(model, response, Map.of("file", words.say(Language.of(locale), "questionnaire.file.tooLarge")));
    }
    return marks
        .look(token)
        .flatMap(mark -> paperPage(token, mark, kind, Map.of(), Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/paper/{kind}")
  String showPaper(
      @PathVariable String token,
      @PathVariable String kind,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) MultipartFile file,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var language = Language.of(locale);
    var mark = marks.look(token);
    var paper = mark.flatMap(seen -> paperOf(seen, kind));
    if (paper.isEmpty()) {
      return closed(response);
    }
    var document = file == null || file.isEmpty() ? null : new MarkByLink.Document(file.getOriginalFilename(), file.getBytes());
    try {
      return asHolder(() -> marks.paper(token, paper.get().kind(), PostedDate.of(typed, "until"), document))
          ? back(token, "paper")
          : closed(response);
    } catch (InvalidInput e) {
      wrong(model, response, PageErrors.of(e.problems(), words, language));
      return paperPage(token, mark.get(), kind, typed, language, model).orElseThrow();
    }
  }

  @GetMapping("/check")
  String check(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return marks
        .look(token)
        .filter(mark -> mark.checkOn() != null)
        .map(mark -> checkPage(token, mark, Map.of(), Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/check")
  String answerCheck(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var language = Language.of(locale);
    var errors = new LinkedHashMap<String, String>();
    for (var question : CHECK) {
      if (!typed.getOrDefault(question, "").matches("YES|NO")) {
        errors.put(question, words.say(language, "kitemark.mark.check." + question + ".required"));
      }
    }
    var changed = trimmed(typed.get("changed"));
    if (changed != null && changed.length() > LONGEST) {
      errors.put("changed", words.say(language, "kitemark.form.note.long"));
    }
    if (errors.isEmpty()) {
      return asHolder(
              () ->
                  marks.check(
                      token, yes(typed, "sameActivities"), yes(typed, "sameLead"), yes(typed, "insured"), changed))
          ? back(token, "check")
          : closed(response);
    }
    wrong(model, response, errors);
    return marks
        .look(token)
        .filter(mark -> mark.checkOn() != null)
        .map(mark -> checkPage(token, mark, typed, language, model))
        .orElseGet(() -> closed(response));
  }

  @GetMapping("/condition/{conditionId}")
  String condition(
      @PathVariable String token,
      @PathVariable UUID conditionId,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return marks
        .look(token)
        .flatMap(mark -> conditionPage(token, mark, conditionId, Map.of(), Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/condition/{conditionId}")
  String conditionMet(
      @PathVariable String token,
      @PathVariable UUID conditionId,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var told = trimmed(typed.get("told"));
    if (told != null && told.length() <= LONGEST) {
      return asHolder(() -> marks.conditionMet(token, conditionId, told)) ? back(token, "condition") : closed(response);
    }
    var language = Language.of(locale);
    wrong(
        model,
        response,
        Map.of(
            "told",
            words.say(language, told == null ? "kitemark.mark.condition.told.required" : "kitemark.form.note.long")));
    return marks
        .look(token)
        .flatMap(mark -> conditionPage(token, mark, conditionId, typed, language, model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/renew")
  String renew(@PathVariable String token, HttpServletResponse response) {
    return currentActor
        .as(Actor.PUBLIC, () -> marks.renew(token))
        .map(link -> "redirect:" + link)
        .orElseGet(() -> closed(response));
  }

  private static final String[] CHECK = {"sameActivities", "sameLead", "insured"};

  private boolean asHolder(BooleanSupplier work) {
    return currentActor.as(Actor.PUBLIC, work::getAsBoolean);
  }

  private Optional<String> paperPage(
      String token, MarkSeen mark, String kind, Map<String, String> typed, Language language, Model model) {
    return paperOf(mark, kind)
        .map(
            paper -> {
              model.addAttribute("kind", kind);
              model.addAttribute("paperName", words.say(language, "kitemark.upkeep.kind." + paper.kind()));
              model.addAttribute("until", WrittenDate.of(paper.until(), language));
              model.addAttribute("runOut", paper.runOut());
              model.addAttribute("typed", typed);
              return page("kitemark/mark-paper", token, mark, language, model);
            });
  }

  private static Optional<MarkSeen.Paper> paperOf(MarkSeen mark, String kind) {
    return mark.papers().stream().filter(paper -> code(paper.kind()).equals(kind) && !paper.reported()).findFirst();
  }

  private static String code(UpkeepKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String checkPage(String token, MarkSeen mark, Map<String, String> typed, Language language, Model model) {
    var yesNo = new LinkedHashMap<String, String>();
    yesNo.put("YES", words.say(language, "platform.yes"));
    yesNo.put("NO", words.say(language, "platform.no"));
    model.addAttribute("yesNo", yesNo);
    model.addAttribute("typed", typed);
    return page("kitemark/mark-check", token, mark, language, model);
  }

  private Optional<String> conditionPage(
      String token, MarkSeen mark, UUID conditionId, Map<String, String> typed, Language language, Model model) {
    return mark.conditions().stream()
        .filter(condition -> condition.conditionId().equals(conditionId) && !condition.reported())
        .findFirst()
        .map(
            condition -> {
              model.addAttribute("conditionId", conditionId);
              model.addAttribute("condition", words.say(language, "kitemark.condition." + condition.code()));
              model.addAttribute("dueOn", WrittenDate.of(condition.dueOn(), language));
              model.addAttribute("typed", typed);
              return page("kitemark/mark-condition", token, mark, language, model);
            });
  }

  private String page(String view, String token, MarkSeen mark, Language language, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("mark", mark);
    model.addAttribute("schemeName", mark.schemeName().in(language));
    model.addAttribute("level", words.say(language, "kitemark.level." + mark.level()));
    model.addAttribute("written", new Written(language));
    return view;
  }

  private static void wrong(Model model, HttpServletResponse response, Map<String, String> errors) {
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("errors", errors);
  }

  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "kitemark/mark-closed";
  }

  private static String back(String token, String done) {
    return "redirect:/kitemark/mark/" + token + "?done=" + done;
  }

  private static boolean yes(Map<String, String> typed, String name) {
    return "YES".equals(typed.get(name));
  }

  private static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** For the template: dates and codes as people read them. */
  record Written(Language language) {

    public String day(LocalDate day) {
      return WrittenDate.of(day, language);
    }

    public String path(UpkeepKind kind) {
      return code(kind);
    }
  }
}
