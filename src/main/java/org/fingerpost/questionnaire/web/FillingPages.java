package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.questionnaire.Application.Status;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.fingerpost.questionnaire.Paper;
import org.fingerpost.questionnaire.Question;
import org.fingerpost.questionnaire.QuestionType;
import org.fingerpost.questionnaire.Section;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages on which an application is filled in: a list of pages, a page per section, one per document, help, check and send. The same
 * for every kind, for the applicant and for an officer: only the {@link Desk} differs. Every page is sent, kept and shown again, so that
 * nothing that was typed depends on the next page; documents are sent from pages of their own, where there is nothing else to lose.
 */
abstract class FillingPages {

  private final FillingIn filling;
  private final HelpingApplicants helping;
  private final PaperWords paperWords;
  private final ApplyLimits limits;
  private final Schemes schemes;
  private final Words words;
  private final CurrentActor currentActor;

  FillingPages(
      FillingIn filling,
      HelpingApplicants helping,
      PaperWords paperWords,
      ApplyLimits limits,
      Schemes schemes,
      Words words,
      CurrentActor currentActor) {
    this.filling = filling;
    this.helping = helping;
    this.paperWords = paperWords;
    this.limits = limits;
    this.schemes = schemes;
    this.words = words;
    this.currentActor = currentActor;
  }

  /**
   * Where and as whom this request fills in.
   *
   * @throws ResponseStatusException if it may not
   */
  abstract Desk desk(Map<String, String> path, HttpServletRequest request);

  /** What stands here must not stay behind in a browser, and the address of the page must not be told to others. */
  @ModelAttribute
  void leaveNothingBehind(HttpServletRequest request, HttpServletResponse response) {
    // The page may be longer than the buffer: its token must be there, and its session begun, before the first part is on its way.
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  // ---- the list of pages

  @GetMapping
  String list(@PathVariable Map<String, String> path, HttpServletRequest request, Model model) {
    var desk = desk(path, request);
    var paper = paper(desk);
    describe(desk, paper, model);
    if (!paper.open()) {
      model.addAttribute("groups", groups(paper, desk));
      return "apply/sent";
    }
    var language = language();
    var rows =
        paper.sections().stream()
            .map(
                section ->
                    new PageRow(
                        section.id(), section.title().in(language), paper.state(section).name(), helpAnswered(paper, section)))
            .toList();
    model.addAttribute("pages", rows);
    model.addAttribute("done", rows.stream().filter(row -> row.state().equals("DONE")).count());
    model.addAttribute("gaps", gaps(paper, desk));
    model.addAttribute("shorter", paper.application().shorter());
    return "apply/list";
  }

  private static boolean helpAnswered(Paper paper, Section section) {
    return section.questions().stream()
        .flatMap(question -> paper.helps(question.key()))
        .anyMatch(help -> help.answer() != null);
  }

  private List<GapRow> gaps(Paper paper, Desk desk) {
    var language = language();
    return filling.gaps(paper.application()).stream()
        .map(
            gap ->
                new GapRow(
                    gap.text().in(language),
                    gap.mandatory(),
                    gap.questions().stream()
                        .map(key -> paper.application().questionnaire().question(key))
                        .flatMap(java.util.Optional::stream)
                        .filter(paper::open)
                        .findFirst()
                        .map(question -> link(desk, paper, question))
                        .orElse(null)))
        .toList();
  }

  private static String link(Desk desk, Paper paper, Question question) {
    return desk.base() + "/" + paper.application().questionnaire().sectionOf(question.key()).orElseThrow().id() + "#" + question.key();
  }

  // ---- a page of questions

  @GetMapping("/{section}")
  String section(
      @PathVariable Map<String, String> path,
      HttpServletRequest request,
      Model model) {
    var desk = desk(path, request);
    var paper = paper(desk);
    var section = section(paper, path.get("section"));
    if (paper.open(section).isEmpty()) {
      return "redirect:" + desk.base();
    }
    return section(desk, paper, section, request.getParameterMap().containsKey("checked"), model);
  }

  private String section(Desk desk, Paper paper, Section section, boolean checked, Model model) {
    var language = language();
    describe(desk, paper, model);
    var open = paper.open(section);
    var errors = new LinkedHashMap<String, String>();
    for (var question : open) {
      if (paper.problems().containsKey(question.key())
          || paper.rival(question.key()) != null
          || checked && paper.missing(question)) {
        errors.put(question.key(), paperWords.problem(FillingIn.problem(paper, question), question, language));
      }
    }
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    model.addAttribute("section", section.id());
    model.addAttribute("title", section.title().in(language));
    model.addAttribute("intro", section.intro() == null ? null : section.intro().in(language));
    model.addAttribute("questions", open.stream().map(question -> paperWords.shown(paper, question, language)).toList());
    return "apply/section";
  }

  @PostMapping("/{section}")
  String save(
      @PathVariable Map<String, String> path,
      @RequestParam(defaultValue = "next") String then,
      HttpServletRequest request) {
    var desk = desk(path, request);
    var paper = paper(desk);
    var section = section(paper, path.get("section"));
    var typed = new LinkedHashMap<String, List<String>>();
    var shown = new LinkedHashMap<String, String>();
    var settled = new LinkedHashMap<String, String>();
    for (var question : section.questions()) {
      String trace = request.getParameter("shown." + question.key());
      if (trace != null) {
        typed.put(question.key(), typed(question, request));
        shown.put(question.key(), trace);
        settled.put(question.key(), request.getParameter("settled." + question.key()));
      }
    }
    as(desk, () -> filling.save(desk.reference(), typed, shown, settled, desk.by()));
    if (then.startsWith("evidence:") || then.startsWith("help:")) {
      String key = then.substring(then.indexOf(':') + 1);
      section.questions().stream().filter(q -> q.key().equals(key)).findFirst().orElseThrow();
      return "redirect:" + desk.base() + "/" + then.substring(0, then.indexOf(':')) + "/" + key;
    }
    var kept = paper(desk);
    boolean wrong =
        kept.open(section).stream()
            .anyMatch(q -> kept.problems().containsKey(q.key()) || kept.rival(q.key()) != null || then.equals("next") && kept.missing(q));
    return "redirect:" + desk.base() + (wrong ? "/" + section.id() + "?checked" : "");
  }

  private static List<String> typed(Question question, HttpServletRequest request) {
    String key = question.key();
    if (question.type() == QuestionType.DATE) {
      return Arrays.asList(text(request, key + "-day"), text(request, key + "-month"), text(request, key + "-year"));
    }
    if (question.type() == QuestionType.CHOICES) {
      var codes = request.getParameterValues(key);
      return codes == null ? List.of() : List.of(codes);
    }
    return List.of(text(request, key));
  }

  /** As typed, but for what no text in a database can hold. */
  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.replace("\r\n", "\n").replace("\u0000", "").strip();
  }

  private static Section section(Paper paper, String id) {
    return paper.application().questionnaire().sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No such page"));
  }

  // ---- documents

  @GetMapping("/evidence/{question}")
  String evidence(
      @PathVariable Map<String, String> path,
      HttpServletRequest request,
      Model model) {
    var desk = desk(path, request);
    var errors = new LinkedHashMap<String, String>();
    if (request.getParameterMap().containsKey("tooLarge")) {
      errors.put("file", words.say(language(), "questionnaire.file.tooLarge"));
    }
    return evidence(desk, path.get("question"), errors, model);
  }

  private String evidence(Desk desk, String key, Map<String, String> errors, Model model) {
    var paper = paper(desk);
    var question = question(paper, key);
    if (question.type() != QuestionType.EVIDENCE || !paper.open(question)) {
      return "redirect:" + desk.base();
    }
    describe(desk, paper, model);
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    model.addAttribute("q", paperWords.shown(paper, question, language()));
    model.addAttribute("section", paper.application().questionnaire().sectionOf(key).orElseThrow().id());
    return "apply/evidence";
  }

  @PostMapping("/evidence/{question}")
  String add(
      @PathVariable Map<String, String> path,
      @RequestParam(required = false) MultipartFile file,
      HttpServletRequest request,
      Model model)
      throws IOException {
    var desk = desk(path, request);
    String key = path.get("question");
    limits.upload(request.getRemoteAddr());
    try {
      if (file == null || file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isBlank())) {
        throw new InvalidInput("file", "questionnaire.file.choose");
      }
      byte[] content = file.getBytes();
      String name = file.getOriginalFilename();
      as(
          desk,
          () -> {
            filling.add(desk.reference(), key, name, content, desk.by());
            return null;
          });
    } catch (InvalidInput refused) {
      return evidence(desk, key, PageErrors.of(refused.problems(), words, language()), model);
    }
    return "redirect:" + desk.base() + "/evidence/" + key + "?added";
  }

  @PostMapping("/evidence/{question}/remove")
  String remove(@PathVariable Map<String, String> path, @RequestParam UUID file, HttpServletRequest request) {
    var desk = desk(path, request);
    as(
        desk,
        () -> {
          filling.remove(desk.reference(), file, desk.by());
          return null;
        });
    return "redirect:" + desk.base() + "/evidence/" + question(paper(desk), path.get("question")).key();
  }

  // ---- help

  @GetMapping("/help/{question}")
  String help(@PathVariable Map<String, String> path, HttpServletRequest request, Model model) {
    return help(desk(path, request), path.get("question"), null, Map.of(), model);
  }

  private String help(Desk desk, String key, String asked, Map<String, String> errors, Model model) {
    var paper = paper(desk);
    var question = question(paper, key);
    describe(desk, paper, model);
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    model.addAttribute("q", paperWords.shown(paper, question, language()));
    model.addAttribute("asked", asked);
    model.addAttribute("section", paper.application().questionnaire().sectionOf(key).orElseThrow().id());
    return "apply/help";
  }

  @PostMapping("/help/{question}")
  String ask(
      @PathVariable Map<String, String> path,
      @RequestParam(defaultValue = "") String asked,
      HttpServletRequest request,
      Model model) {
    var desk = desk(path, request);
    String key = path.get("question");
    var paper = paper(desk);
    if (!paper.open(question(paper, key))) {
      return "redirect:" + desk.base();
    }
    try {
      as(
          desk,
          () -> {
            helping.ask(desk.reference(), key, asked);
            return null;
          });
    } catch (InvalidInput refused) {
      var errors = new LinkedHashMap<String, String>();
      refused.problems().forEach(problem -> errors.put(problem.field(), helpProblem(problem)));
      return help(desk, key, asked, errors, model);
    }
    return "redirect:" + desk.base() + "/help/" + key + "?asked";
  }

  private String helpProblem(InvalidInput.Problem problem) {
    var args = new ArrayList<Object>(problem.args());
    args.add(0, words.say(language(), "questionnaire.help.label"));
    return words.say(language(), problem.messageKey(), args.toArray());
  }

  private static Question question(Paper paper, String key) {
    return paper
        .application()
        .questionnaire()
        .question(key)
        .orElseThrow(() -> new NoSuchElementException("No such question"));
  }

  // ---- check and send

  @GetMapping("/check")
  String check(@PathVariable Map<String, String> path, HttpServletRequest request, Model model) {
    var desk = desk(path, request);
    var paper = paper(desk);
    return paper.open() ? check(desk, paper, false, model) : "redirect:" + desk.base();
  }

  private String check(Desk desk, Paper paper, boolean tried, Model model) {
    describe(desk, paper, model);
    var errors = new LinkedHashMap<String, String>();
    if (tried) {
      paper.unfinished()
          .forEach(q -> errors.put(q.key(), paperWords.problem(FillingIn.problem(paper, q), q, language())));
    }
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    model.addAttribute("groups", groups(paper, desk));
    model.addAttribute("gaps", gaps(paper, desk));
    return "apply/check";
  }

  @PostMapping("/check")
  String send(@PathVariable Map<String, String> path, HttpServletRequest request, Model model) {
    var desk = desk(path, request);
    try {
      as(
          desk,
          () -> {
            filling.send(desk.reference(), desk.by());
            return null;
          });
    } catch (InvalidInput refused) {
      return check(desk, paper(desk), true, model);
    }
    return "redirect:" + desk.base();
  }

  private List<Group> groups(Paper paper, Desk desk) {
    return groups(paper, question -> paper.open(question) ? link(desk, paper, question) : null);
  }

  /** All questions that are asked, by page, with their answers in words. */
  private List<Group> groups(Paper paper, java.util.function.Function<Question, String> links) {
    var language = language();
    var groups = new ArrayList<Group>();
    for (var section : paper.application().questionnaire().sections()) {
      var rows =
          section.questions().stream()
              .filter(question -> paper.asked().contains(question.key()) || paper.open(question))
              .map(
                  question ->
                      new AnswerRow(
                          question.key(),
                          question.label().in(language),
                          paperWords.answer(paper, question, language),
                          links.apply(question)))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(new Group(section.title().in(language), rows));
      }
    }
    return groups;
  }

  // ----

  private Paper paper(Desk desk) {
    return filling.paper(desk.reference()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void describe(Desk desk, Paper paper, Model model) {
    var language = language();
    var application = paper.application();
    model.addAttribute("base", desk.base());
    model.addAttribute("officer", desk.officer());
    model.addAttribute("applicationReference", application.reference());
    model.addAttribute("name", application.questionnaire().name().in(language));
    model.addAttribute("organisation", application.text("organisationName"));
    model.addAttribute("schemeName", schemes.get(application.schemeId()).name().in(language));
    model.addAttribute("more", application.status() == Status.ASKED_FOR_MORE);
    model.addAttribute("closed", application.status() == Status.CLOSED);
    model.addAttribute("answerBy", application.answerBy() == null ? null : WrittenDate.of(application.answerBy(), language));
  }

  private <T> T as(Desk desk, Supplier<T> work) {
    return currentActor.as(desk.actor(), work);
  }

  static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  /** A page in the list of pages. */
  record PageRow(String id, String title, String state, boolean helped) {}

  /**
   * Something that is still missing.
   *
   * @param link to the question that would fill it, or {@code null}
   */
  record GapRow(String text, boolean mandatory, String link) {}

  /** The answers of a page. */
  record Group(String title, List<AnswerRow> rows) {}

  /** An answer in words. */
  record AnswerRow(String key, String question, String answer, String link) {

    @Override
    public String toString() {
      return "AnswerRow[" + key + "]";
    }
  }
}
