package org.fingerpost.community.web;

import static org.fingerpost.community.web.AskForm.tidy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.GroupKind;
import org.fingerpost.community.Groups;
import org.fingerpost.community.Idea;
import org.fingerpost.community.StartingGroup;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For link workers, officers and team leads: ask support for a group, tell an idea, note that somebody would come. */
@Controller
@RequestMapping("/community/ask")
class OwnAskController {

  private final AskingForSupport asking;
  private final StartingGroup starting;
  private final BeginningGroup beginning;
  private final Groups groups;
  private final PageWords pages;
  private final Words words;

  OwnAskController(
      AskingForSupport asking,
      StartingGroup starting,
      BeginningGroup beginning,
      Groups groups,
      PageWords pages,
      Words words) {
    this.asking = asking;
    this.starting = starting;
    this.beginning = beginning;
    this.groups = groups;
    this.pages = pages;
    this.words = words;
  }

  @GetMapping
  String choose(Locale locale, Model model) {
    return choose(Map.of(), null, locale, model);
  }

  private String choose(Map<String, String> errors, String referral, Locale locale, Model model) {
    var language = Language.of(locale);
    String scheme = pages.own();
    var open = new LinkedHashMap<String, String>();
    groups.inScheme(scheme).stream()
        .filter(group -> group.kind() == GroupKind.START && !group.state().ended())
        .forEach(
            group ->
                open.put(
                    group.reference(),
                    group.groupName()
                        + " · "
                        + pages.area(scheme, language, group.areaCode())
                        + " · "
                        + words.say(language, "community.interested", group.interested())));
    model.addAttribute("beginning", open);
    model.addAttribute("referral", referral);
    model.addAttribute("errors", errors);
    return "community/ask";
  }

  @PostMapping("/interest")
  String interest(
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String referral,
      Locale locale,
      Model model,
      RedirectAttributes next) {
    try {
      var known =
          groups
              .find(group)
              .filter(found -> found.schemeId().equals(pages.own()))
              .orElseThrow(() -> new InvalidInput("group", "community.form.group.required"));
      beginning.interested(known.reference(), referral.strip().toUpperCase(Locale.ROOT));
      next.addFlashAttribute("noted", true);
      return "redirect:/community/ask";
    } catch (InvalidInput e) {
      return choose(PageErrors.of(e.problems(), words, Language.of(locale)), referral, locale, model);
    }
  }

  @GetMapping("/support")
  String support(Locale locale, Model model) {
    return form("community/ask-support", AskForm.EMPTY, Map.of(), locale, model);
  }

  @GetMapping("/idea")
  String idea(Locale locale, Model model) {
    return form("community/ask-idea", AskForm.EMPTY, Map.of(), locale, model);
  }

  @PostMapping("/support")
  String askSupport(@ModelAttribute AskForm form, Locale locale, Model model, RedirectAttributes next) {
    return send(
        "community/ask-support",
        form,
        locale,
        model,
        next,
        () ->
            asking.ask(
                new SupportAsked(
                    pages.own(),
                    tidy(form.groupName()),
                    null,
                    tidy(form.area()),
                    tidy(form.words()),
                    PublicAskController.contact(form),
                    pages.scheme(pages.own()).defaultLanguage(),
                    askedBy())));
  }

  @PostMapping("/idea")
  String tellIdea(@ModelAttribute AskForm form, Locale locale, Model model, RedirectAttributes next) {
    return send(
        "community/ask-idea",
        form,
        locale,
        model,
        next,
        () ->
            starting.begin(
                new Idea(
                    pages.own(),
                    tidy(form.groupName()),
                    tidy(form.area()),
                    form.needs(),
                    null,
                    tidy(form.words()),
                    PublicAskController.contact(form),
                    pages.scheme(pages.own()).defaultLanguage(),
                    askedBy())));
  }

  private AskedBy askedBy() {
    var me = pages.me();
    return me.holds(Staff.COMMUNITY_OFFICERS)
        ? AskedBy.OFFICER
        : me.holds(Staff.TEAM_LEADS) ? AskedBy.TEAM_LEAD : AskedBy.LINK_WORKER;
  }

  private String send(
      String page, AskForm form, Locale locale, Model model, RedirectAttributes next, Supplier<String> send) {
    try {
      next.addFlashAttribute("sentReference", send.get());
      return "redirect:/community/ask";
    } catch (InvalidInput e) {
      return form(page, form, PageErrors.of(e.problems(), words, Language.of(locale)), locale, model);
    }
  }

  private String form(String page, AskForm form, Map<String, String> errors, Locale locale, Model model) {
    var language = Language.of(locale);
    String scheme = pages.own();
    model.addAttribute("schemeName", pages.scheme(scheme).name().in(language));
    model.addAttribute("areas", pages.areas(scheme, language));
    model.addAttribute("needOptions", pages.needs(scheme, language));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return page;
  }
}
