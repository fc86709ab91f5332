package org.fingerpost.community.web;

import static org.fingerpost.community.web.AskForm.tidy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.community.Check;
import org.fingerpost.community.ClosingGroup;
import org.fingerpost.community.ClosingReason;
import org.fingerpost.community.GroupCase;
import org.fingerpost.community.GroupFile;
import org.fingerpost.community.Groups;
import org.fingerpost.community.ReachingMark;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
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
import org.springframework.web.server.ResponseStatusException;

/** What is being done for the groups of a scheme, for its community officers and team leads. Every look at a group is on record. */
@Controller
@RequestMapping("/community/groups")
class GroupsController {

  private final Groups groups;
  private final ClosingGroup closing;
  private final ReachingMark marks;
  private final PageWords pages;
  private final Words words;
  private final Clock clock;

  GroupsController(
      Groups groups, ClosingGroup closing, ReachingMark marks, PageWords pages, Words words, Clock clock) {
    this.groups = groups;
    this.closing = closing;
    this.marks = marks;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  /** Contact persons must not stay behind in a browser. */
  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String list(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("groups", groups.inScheme(pages.own()).stream().map(group -> line(group, language)).toList());
    return "community/groups";
  }

  private Line line(GroupCase group, Language language) {
    String scheme = group.schemeId();
    return new Line(
        group.reference(),
        group.groupName(),
        words.say(language, "community.kind." + group.kind()),
        words.say(language, "community.state." + group.state()),
        pages.area(scheme, language, group.areaCode()),
        pages.name(group.officer()),
        PageWords.day(group.nextDate(), language),
        group.nextDate() != null && group.nextDate().isBefore(LocalDate.now(clock)),
        group.state().ended());
  }

  @GetMapping("/{reference}")
  String look(@PathVariable String reference, Locale locale, Model model) {
    return page(reference, Map.of(), locale, model);
  }

  @PostMapping("/{reference}/stop")
  String stop(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String note,
      Locale locale,
      Model model) {
    own(reference);
    try {
      var why = Arrays.stream(ClosingReason.values()).filter(code -> code.name().equals(reason)).findFirst();
      String said = tidy(note);
      if (said != null && said.length() > 4000) {
        throw new InvalidInput("note", "community.form.tooLong", 4000);
      }
      closing.stop(reference, why.orElse(null), said);
      return "redirect:/community/groups/" + reference;
    } catch (InvalidInput e) {
      return page(reference, PageErrors.of(e.problems(), words, Language.of(locale)), locale, model);
    }
  }

  @PostMapping("/{reference}/mark")
  String mark(
      @PathVariable String reference, @RequestParam(defaultValue = "") String markReference, Locale locale, Model model) {
    own(reference);
    try {
      marks.application(reference, markReference.strip().toUpperCase(Locale.ROOT));
      return "redirect:/community/groups/" + reference;
    } catch (InvalidInput e) {
      return page(reference, PageErrors.of(e.problems(), words, Language.of(locale)), locale, model);
    }
  }

  private void own(String reference) {
    groups
        .find(reference)
        .filter(group -> group.schemeId().equals(pages.own()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String page(String reference, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    var file =
        groups.look(reference, pages.own()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var group = file.group();
    String scheme = group.schemeId();
    model.addAttribute("line", line(group, language));
    model.addAttribute("group", group);
    model.addAttribute("file", file);
    model.addAttribute("needs", pages.needs(scheme, language, group.needs()));
    model.addAttribute("askedBy", words.say(language, "community.asked-by." + group.askedBy()));
    model.addAttribute(
        "closed", group.closingReason() == null ? null : words.say(language, "community.closing." + group.closingReason()));
    model.addAttribute("checks", checks(file, language));
    model.addAttribute("visits", file.visits().stream().map(visit -> visit(visit, language)).toList());
    model.addAttribute(
        "help",
        file.help().stream()
            .map(
                help ->
                    new Proposed(
                        words.say(language, "community.help." + help.help()),
                        PageWords.day(help.lookAgainOn(), language),
                        help.agreed()))
            .toList());
    model.addAttribute(
        "actions",
        file.actions().stream()
            .map(
                action ->
                    new Action(
                        action.what(),
                        words.say(language, "community.action-by." + action.by()),
                        PageWords.day(action.dueOn(), language),
                        PageWords.day(action.doneOn(), language),
                        action.chased()))
            .toList());
    model.addAttribute(
        "trials",
        file.trials().stream()
            .map(trial -> new Trial(PageWords.day(trial.on(), language), trial.came(), trial.note()))
            .toList());
    model.addAttribute("steps", file.steps().stream().map(step -> step(step, language)).toList());
    model.addAttribute(
        "answers",
        file.answers().stream()
            .map(
                kept ->
                    words.say(
                        language,
                        "community.group.answer",
                        words.say(language, "audit.decision." + kept.answer().decisionKey()),
                        kept.answer().version(),
                        String.join(", ", kept.answer().ruleIds())))
            .toList());
    model.addAttribute("reasons", pages.options(scheme, language, "community.closing.", ClosingReason.values()));
    model.addAttribute("errors", errors);
    return "community/group";
  }

  /** How each thing that was checked stood at each visit, newest visit first. */
  private List<Checked> checks(GroupFile file, Language language) {
    return Arrays.stream(Check.values())
        .map(
            check ->
                new Checked(
                    words.say(language, "community.check." + check),
                    file.visits().stream()
                        .map(visit -> words.say(language, "community.check-state." + visit.states().get(check)))
                        .toList()))
        .toList();
  }

  private Visit visit(GroupFile.Visit visit, Language language) {
    return new Visit(PageWords.day(visit.on(), language), pages.name(visit.by()), visit.note());
  }

  private Step step(GroupFile.Step step, Language language) {
    return new Step(
        DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", language.locale()).format(step.at().atZone(clock.getZone())),
        words.say(language, "audit.act." + step.act()),
        pages.name(step.by()),
        step.words());
  }

  /** A group in the list, in words. */
  record Line(
      String reference,
      String name,
      String kind,
      String state,
      String area,
      String officer,
      String next,
      boolean overdue,
      boolean ended) {}

  /** What was checked, visit by visit. */
  record Checked(String name, List<String> states) {}

  /** A visit, in words. */
  record Visit(String on, String by, String note) {}

  /** Help that was proposed, in words. */
  record Proposed(String name, String lookAgainOn, Boolean agreed) {}

  /** An action, in words. */
  record Action(String what, String by, String dueOn, String doneOn, int chased) {}

  /** A session that was tried out, in words. */
  record Trial(String on, int came, String note) {}

  /** What happened, in words. */
  record Step(String at, String act, String by, String words) {}
}
