package org.fingerpost.community.web;

import static org.fingerpost.community.web.AskForm.tidy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.Contact;
import org.fingerpost.community.Groups;
import org.fingerpost.community.Idea;
import org.fingerpost.platform.SmallCount;
import org.fingerpost.community.StartingGroup;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For everybody: a group asks for support, somebody tells an idea for a new one, and what is beginning now. */
@Controller
@RequestMapping("/community")
class PublicAskController {

  private final AskingForSupport asking;
  private final StartingGroup starting;
  private final Groups groups;
  private final PageWords pages;
  private final Words words;
  private final CurrentActor currentActor;
  private final Throttle throttle;

  PublicAskController(
      AskingForSupport asking,
      StartingGroup starting,
      Groups groups,
      PageWords pages,
      Words words,
      CurrentActor currentActor,
      Throttle throttle) {
    this.asking = asking;
    this.starting = starting;
    this.groups = groups;
    this.pages = pages;
    this.words = words;
    this.currentActor = currentActor;
    this.throttle = throttle;
  }

  @GetMapping("/support")
  String whereSupport(Locale locale, Model model) {
    model.addAttribute("schemes", pages.all().stream().map(scheme -> choice(scheme.id(), locale)).toList());
    return "community/support-where";
  }

  @GetMapping("/idea")
  String whereIdea(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute("schemes", pages.all().stream().map(scheme -> choice(scheme.id(), locale)).toList());
    model.addAttribute(
        "beginning",
        groups.gathering().stream()
            .map(
                group ->
                    new Beginning(
                        pages.scheme(group.schemeId()).name().in(language),
                        pages.needs(group.schemeId(), language, group.needs()),
                        pages.area(group.schemeId(), language, group.areaCode()),
                        SmallCount.of(group.interested()).text()))
            .toList());
    return "community/idea-where";
  }

  private Choice choice(String schemeId, Locale locale) {
    var scheme = pages.scheme(schemeId);
    return new Choice(schemeId, scheme.name().in(Language.of(locale)));
  }

  @GetMapping("/support/{schemeId}")
  String support(@PathVariable String schemeId, Locale locale, Model model) {
    return form("community/support", schemeId, AskForm.EMPTY, Map.of(), locale, model);
  }

  @GetMapping("/idea/{schemeId}")
  String idea(@PathVariable String schemeId, Locale locale, Model model) {
    return form("community/idea", schemeId, AskForm.EMPTY, Map.of(), locale, model);
  }

  @PostMapping("/support/{schemeId}")
  String askSupport(
      @PathVariable String schemeId,
      @ModelAttribute AskForm form,
      Locale locale,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    return send(
        "community/support",
        schemeId,
        form,
        locale,
        request,
        model,
        next,
        () ->
            asking.ask(
                new SupportAsked(
                    schemeId,
                    tidy(form.groupName()),
                    null,
                    tidy(form.area()),
                    tidy(form.words()),
                    contact(form),
                    Language.of(locale),
                    AskedBy.GROUP)));
  }

  @PostMapping("/idea/{schemeId}")
  String tellIdea(
      @PathVariable String schemeId,
      @ModelAttribute AskForm form,
      Locale locale,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    return send(
        "community/idea",
        schemeId,
        form,
        locale,
        request,
        model,
        next,
        () ->
            starting.begin(
                new Idea(
                    schemeId,
                    tidy(form.groupName()),
                    tidy(form.area()),
                    form.needs(),
                    null,
                    tidy(form.words()),
                    contact(form),
                    Language.of(locale),
                    AskedBy.PERSON)));
  }

  private String send(
      String page,
      String schemeId,
      AskForm form,
      Locale locale,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next,
      Supplier<String> send) {
    pages.scheme(schemeId);
    throttle.count(request.getRemoteAddr());
    try {
      next.addFlashAttribute("groupReference", currentActor.as(Actor.PUBLIC, send));
      next.addFlashAttribute("contactScheme", pages.scheme(schemeId).contact().in(Language.of(locale)));
      return "redirect:/community/thanks";
    } catch (InvalidInput e) {
      return form(page, schemeId, form, PageErrors.of(e.problems(), words, Language.of(locale)), locale, model);
    }
  }

  static Contact contact(AskForm form) {
    return new Contact(tidy(form.contactName()), tidy(form.email()), tidy(form.phone()));
  }

  private String form(
      String page, String schemeId, AskForm form, Map<String, String> errors, Locale locale, Model model) {
    var scheme = pages.scheme(schemeId);
    var language = Language.of(locale);
    model.addAttribute("schemeId", schemeId);
    model.addAttribute("schemeName", scheme.name().in(language));
    model.addAttribute("schemeContact", scheme.contact().in(language));
    model.addAttribute("areas", pages.areas(schemeId, language));
    model.addAttribute("needOptions", pages.needs(schemeId, language));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return page;
  }

  @GetMapping("/thanks")
  String thanks() {
    return "community/thanks";
  }

  /** A scheme to choose. */
  record Choice(String id, String name) {}

  /** A group that is beginning, without a word of anybody. */
  record Beginning(String scheme, String needs, String area, String interested) {}
}
