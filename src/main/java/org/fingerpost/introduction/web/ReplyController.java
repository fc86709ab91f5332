package org.fingerpost.introduction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.OfferSeen;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
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
 * The page where an organisation answers an offer without an account. Opening it changes nothing and shows nothing
 * about the person, because mail scanners open links too; answering takes a POST. A link that does not work gives one
 * page, whatever the reason.
 */
@Controller
@RequestMapping("/reply")
class ReplyController {

  private static final int LONGEST_NOTE = 2000;

  private final AnsweringIntroduction answering;
  private final Words words;

  ReplyController(AnsweringIntroduction answering, Words words) {
    this.answering = answering;
    this.words = words;
  }

  /**
   * Links leak through caches, referrers and search engines (security research T13): this page takes part in none of
   * them.
   */
  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping("/{token}")
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return answering
        .look(token)
        .map(offer -> form(token, offer, Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/{token}")
  String answer(
      @PathVariable String token,
      @RequestParam(required = false) String answer,
      @RequestParam(required = false) String note,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var language = Language.of(locale);
    var errors = new LinkedHashMap<String, String>();
    var chosen = Arrays.stream(Answer.values()).filter(a -> a.name().equals(answer)).findFirst();
    String said = note == null || note.isBlank() ? null : note.strip().replace("\r\n", "\n");
    if (chosen.isEmpty()) {
      errors.put("answer", words.say(language, "introduction.reply.answer.required"));
    }
    if (said != null && said.length() > LONGEST_NOTE) {
      errors.put("note", words.say(language, "introduction.form.note.long"));
    }
    if (errors.isEmpty()) {
      return answering.answer(token, chosen.get(), said) ? "redirect:/reply/thanks" : closed(response);
    }
    var offer = answering.look(token);
    if (offer.isEmpty()) {
      return closed(response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("errors", errors);
    model.addAttribute("answer", answer);
    model.addAttribute("note", note);
    return form(token, offer.get(), language, model);
  }

  /** After the answer, at an address of its own: going back or reloading sends nothing again. */
  @GetMapping("/thanks")
  String thanks() {
    return "reply/thanks";
  }

  private String form(String token, OfferSeen offer, Language language, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("schemeName", offer.schemeName().in(language));
    model.addAttribute("activityName", offer.activityName().in(language));
    model.addAttribute("organisationName", offer.organisationName());
    model.addAttribute("offeredOn", WrittenDate.of(offer.offeredOn(), language));
    model.addAttribute("answerBy", WrittenDate.of(offer.answerBy(), language));
    model.addAttribute("answers", labels("introduction.reply.answer.", language));
    model.addAttribute("answerHints", labels("introduction.reply.answer-hint.", language));
    return "reply/offer";
  }

  private Map<String, String> labels(String prefix, Language language) {
    var labels = new LinkedHashMap<String, String>();
    for (var answer : Answer.values()) {
      labels.put(answer.name(), words.say(language, prefix + answer));
    }
    return labels;
  }

  private String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "reply/closed";
  }
}
