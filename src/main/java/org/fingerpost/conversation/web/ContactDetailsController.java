package org.fingerpost.conversation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.fingerpost.conversation.ContactDetails;
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

/**
 * The page where a referrer supplies better contact details without an account. Opening it changes nothing and shows the reference
 * only, because mail scanners open links too; a link that does not work gives one page, whatever the reason.
 */
@Controller
@RequestMapping("/contact-details")
class ContactDetailsController {

  private final ContactDetails details;
  private final CurrentActor currentActor;
  private final Words words;

  ContactDetailsController(ContactDetails details, CurrentActor currentActor, Words words) {
    this.details = details;
    this.currentActor = currentActor;
    this.words = words;
  }

  /** Links leak through caches, referrers and search engines (security research T13): this page takes part in none of them. */
  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping("/{token}")
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return form(token, Language.of(locale), model, response);
  }

  @PostMapping("/{token}")
  String supply(
      @PathVariable String token,
      @RequestParam(required = false) String phone,
      @RequestParam(required = false) String email,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var language = Language.of(locale);
    try {
      boolean taken = currentActor.as(Actor.PUBLIC, () -> details.supply(token, tidy(phone), tidy(email)));
      return taken ? "redirect:/contact-details/thanks" : closed(response);
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, language));
      model.addAttribute("phone", phone);
      model.addAttribute("email", email);
      return form(token, language, model, response);
    }
  }

  /** After the answer, at an address of its own: going back or reloading sends nothing again. */
  @GetMapping("/thanks")
  String thanks() {
    return "details/thanks";
  }

  private String form(String token, Language language, Model model, HttpServletResponse response) {
    var asked = details.look(token).orElse(null);
    if (asked == null) {
      return closed(response);
    }
    model.addAttribute("token", token);
    model.addAttribute("schemeName", asked.schemeName().in(language));
    model.addAttribute("asked", asked.reference());
    model.addAttribute("answerBy", WrittenDate.of(asked.answerBy(), language));
    return "details/ask";
  }

  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "details/closed";
  }

  private static String tidy(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
