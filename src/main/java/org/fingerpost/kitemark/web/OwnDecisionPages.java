package org.fingerpost.kitemark.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.kitemark.Appealing;
import org.fingerpost.kitemark.Explaining;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.FillingIn;
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

/**
 * What was decided about an application and why, for the organisation itself, by the secret of its application's link; and what it can
 * do about it: ask for another look, or take the application back.
 */
@Controller
@RequestMapping("/kitemark/decision/{token}")
class OwnDecisionPages {

  private static final int LONGEST = 4000;

  private final FillingIn filling;
  private final Explaining explaining;
  private final Appealing appealing;
  private final CurrentActor currentActor;
  private final Words words;

  OwnDecisionPages(
      FillingIn filling, Explaining explaining, Appealing appealing, CurrentActor currentActor, Words words) {
    this.filling = filling;
    this.explaining = explaining;
    this.appealing = appealing;
    this.currentActor = currentActor;
    this.words = words;
  }

  /** What is read here must not stay behind in a browser, nor its address go elsewhere. */
  @ModelAttribute
  void leaveNothingBehind(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @GetMapping
  String show(
      @PathVariable String token, @RequestParam(required = false) String done, Locale locale, Model model) {
    return page(token, reference(token), done, Map.of(), "", locale, model);
  }

  @PostMapping("/appeal")
  String appeal(@PathVariable String token, @RequestParam(defaultValue = "") String why, Locale locale, Model model) {
    String reference = reference(token);
    var errors = new LinkedHashMap<String, String>();
    if (why.length() > LONGEST) {
      errors.put("why", words.say(Language.of(locale), "kitemark.appeal.why.tooLong"));
    } else {
      try {
        String said = why.isBlank() ? null : why.strip().replace("\r\n", "\n");
        currentActor.as(Actor.PUBLIC, () -> appealing.appeal(reference, said));
        return "redirect:/kitemark/decision/" + token + "?done=appeal";
      } catch (InvalidInput e) {
        e.problems().forEach(p -> errors.put(p.field(), words.say(Language.of(locale), p.messageKey())));
      }
    }
    return page(token, reference, null, errors, why, locale, model);
  }

  @PostMapping("/withdraw")
  String withdraw(@PathVariable String token) {
    String reference = reference(token);
    currentActor.as(Actor.PUBLIC, () -> appealing.withdraw(reference));
    return "redirect:/kitemark/decision/" + token + "?done=withdraw";
  }

  private String page(
      String token, String reference, String done, Map<String, String> errors, String why, Locale locale, Model model) {
    var language = Language.of(locale);
    var decision =
        explaining
            .forOrganisation(reference, language)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("decision", decision);
    model.addAttribute("token", token);
    model.addAttribute("errors", errors);
    model.addAttribute("why", why);
    model.addAttribute("done", done);
    model.addAttribute(
        "appealUntil", appealing.until(reference).map(until -> WrittenDate.of(until, language)).orElse(null));
    model.addAttribute("mayWithdraw", appealing.mayWithdraw(reference));
    return "kitemark/decision";
  }

  private String reference(String token) {
    return filling.opened(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
