package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.Kinds;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.Scheme;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an application begins, and where a lost link is asked for. */
@Controller
@RequestMapping("/{area:kitemark|grants}/apply")
class ApplyController {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  private final FillingIn filling;
  private final Kinds kinds;
  private final ApplyLimits limits;
  private final Words words;
  private final CurrentActor currentActor;

  ApplyController(FillingIn filling, Kinds kinds, ApplyLimits limits, Words words, CurrentActor currentActor) {
    this.filling = filling;
    this.kinds = kinds;
    this.limits = limits;
    this.words = words;
    this.currentActor = currentActor;
  }

  @GetMapping
  String ask(
      @PathVariable String area,
      @RequestParam(required = false) String scheme,
      HttpServletResponse response,
      Model model) {
    var offered = kinds.schemes(ApplicantPages.kind(area));
    boolean here = scheme == null ? !offered.isEmpty() : offered.stream().anyMatch(known -> known.id().equals(scheme));
    if (!here) {
      return notOffered(area, offered, response, model);
    }
    return form(area, offered, new Begun(scheme, null, null, null, FillingPages.language().name()), Map.of(), model);
  }

  @PostMapping
  String begin(
      @PathVariable String area,
      @RequestParam(defaultValue = "") String scheme,
      @RequestParam(defaultValue = "") String organisationName,
      @RequestParam(defaultValue = "") String legalForm,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String website,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var offered = kinds.schemes(ApplicantPages.kind(area));
    if (offered.isEmpty()) {
      return notOffered(area, offered, response, model);
    }
    var begun =
        new Begun(
            offered.size() == 1 ? offered.get(0).id() : scheme, organisationName.strip(), legalForm, email.strip(), language);
    var errors = errors(begun, offered, website);
    if (!errors.isEmpty()) {
      return form(area, offered, begun, errors, model);
    }
    limits.begun(request.getRemoteAddr());
    var known = Map.<String, Object>of("organisationName", begun.organisationName(), "legalForm", begun.legalForm());
    var actor = currentActor.get();
    String token =
        currentActor.as(
            actor.kind() == Actor.Kind.SYSTEM ? Actor.PUBLIC : actor,
            () ->
                filling.begin(
                    new NewApplication(
                        ApplicantPages.kind(area),
                        begun.scheme(),
                        null,
                        new Contact(null, begun.email(), null),
                        Language.of(begun.language()),
                        known)));
    return "redirect:/" + area + "/apply/" + token + "?begun";
  }

  private Map<String, String> errors(Begun begun, List<Scheme> offered, String website) {
    var errors = new LinkedHashMap<String, String>();
    if (offered.stream().noneMatch(known -> known.id().equals(begun.scheme()))) {
      errors.put("scheme", say("questionnaire.start.scheme.missing"));
    }
    if (begun.organisationName().isEmpty() || begun.organisationName().length() > LONGEST_NAME) {
      errors.put("organisationName", say("questionnaire.start.organisationName.missing"));
    }
    if (!forms().containsKey(begun.legalForm())) {
      errors.put("legalForm", say("questionnaire.start.legalForm.missing"));
    }
    if (begun.email().length() > LONGEST_EMAIL || !EMAIL.matcher(begun.email()).matches()) {
      errors.put("email", say("questionnaire.start.email.missing"));
    }
    if (!website.isBlank()) {
      errors.put("website", say("questionnaire.start.website.filled"));
    }
    return errors;
  }

  private String form(String area, List<Scheme> offered, Begun begun, Map<String, String> errors, Model model) {
    describe(area, model);
    var schemes = new LinkedHashMap<String, String>();
    offered.forEach(scheme -> schemes.put(scheme.id(), scheme.name().in(FillingPages.language())));
    model.addAttribute("schemes", schemes);
    model.addAttribute("forms", forms());
    model.addAttribute("languages", Map.of("EN", "English", "CY", "Cymraeg"));
    model.addAttribute("begun", begun);
    model.addAttribute(PageErrors.ATTRIBUTE, errors);
    return "apply/start";
  }

  private Map<String, String> forms() {
    var labels = new LinkedHashMap<String, String>();
    Arrays.stream(LegalForm.values()).forEach(form -> labels.put(form.name(), say("legal-form." + form.name())));
    return labels;
  }

  private String notOffered(String area, List<Scheme> offered, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    describe(area, model);
    model.addAttribute("schemes", offered.stream().map(scheme -> scheme.name().in(FillingPages.language())).toList());
    return "apply/not-offered";
  }

  @GetMapping("/lost")
  String lost(@PathVariable String area, Model model) {
    describe(area, model);
    return "apply/lost";
  }

  /** Says the same whether the address is known or not. */
  @PostMapping("/lost")
  String mail(
      @PathVariable String area, @RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
    describe(area, model);
    if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email.strip()).matches()) {
      model.addAttribute("email", email);
      model.addAttribute(PageErrors.ATTRIBUTE, Map.of("email", say("questionnaire.start.email.missing")));
      return "apply/lost";
    }
    limits.linkAsked(request.getRemoteAddr());
    currentActor.as(Actor.PUBLIC, () -> filling.mailLinks(ApplicantPages.kind(area), email));
    return "redirect:/" + area + "/apply/lost?sent";
  }

  private void describe(String area, Model model) {
    model.addAttribute("area", area);
    model.addAttribute("name", say("questionnaire.name." + (ApplicantPages.kind(area).equals(ApplicationKind.GRANT) ? "grants" : "kitemark")));
  }

  private String say(String key) {
    return words.say(FillingPages.language(), key);
  }

  /** What was typed on the first page. */
  record Begun(String scheme, String organisationName, String legalForm, String email, String language) {

    @Override
    public String toString() {
      return "Begun[" + scheme + "]";
    }
  }
}
