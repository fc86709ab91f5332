package org.fingerpost.introduction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.OfferSeen;
import org.fingerpost.introduction.ProviderAnswer;
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
 * The page where an organisation answers an offer without an account, or asks something first. Opening it changes nothing
 * and shows nothing about the person, because mail scanners open links too; answering takes a POST. A link that does not
 * work gives one page, whatever the reason.
 */
@Controller
@RequestMapping("/reply")
class ReplyController {

  /** Chosen to ask something before answering. */
  private static final String QUESTION = "QUESTION";

  private static final int LONGEST_NOTE = 2000;

  private final AnsweringIntroduction answering;
  private final AskingQuestion asking;
  private final Words words;
  private final Clock clock;

  ReplyController(AnsweringIntroduction answering, AskingQuestion asking, Words words, Clock clock) {
    this.answering = answering;
    this.asking = asking;
    this.words = words;
    this.clock = clock;
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
        .map(offer -> offer.paused() ? paused(offer, Language.of(locale), model) : form(token, offer, Language.of(locale), model))
        .orElseGet(() -> closed(response));
  }

  @PostMapping("/{token}")
  String answer(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var language = Language.of(locale);
    var errors = new LinkedHashMap<String, String>();
    String answer = typed.get("answer");
    boolean question = QUESTION.equals(answer);
    var chosen = Arrays.stream(Answer.values()).filter(a -> a.name().equals(answer)).findFirst();
    String note = typed.get("note");
    String said = note == null || note.isBlank() ? null : note.strip().replace("\r\n", "\n");
    if (chosen.isEmpty() && !question) {
      errors.put("answer", words.say(language, "introduction.reply.answer.required"));
    }
    if (question && said == null) {
      errors.put("note", words.say(language, "introduction.reply.question.required"));
    }
    if (said != null && said.length() > LONGEST_NOTE) {
      errors.put("note", words.say(language, "introduction.form.note.long"));
    }
    var firstOn = PostedDay.of(typed, "firstOn");
    var lookAgainOn = PostedDay.of(typed, "lookAgainOn");
    for (var day : Map.of("firstOn", firstOn, "lookAgainOn", lookAgainOn).entrySet()) {
      var asked = day.getKey().equals("firstOn") ? Answer.ACCEPTED : Answer.WAITING_LIST;
      if (chosen.filter(asked::equals).isPresent() && !day.getValue().acceptable(LocalDate.now(clock))) {
        errors.put(day.getKey(), words.say(language, "introduction.reply.day.wrong"));
      }
    }
    if (errors.isEmpty()) {
      boolean taken =
          question
              ? asking.ask(token, said)
              : answering.answer(token, providerAnswer(chosen.get(), said, firstOn, lookAgainOn, typed.get("reason")));
      return taken
          ? question ? "redirect:/reply/asked" : "redirect:/reply/thanks"
          : notTaken(token, language, model, response);
    }
    var offer = answering.look(token);
    if (offer.isEmpty()) {
      return closed(response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    return form(token, offer.get(), language, model);
  }

  private String notTaken(String token, Language language, Model model, HttpServletResponse response) {
    return answering
        .look(token)
        .filter(OfferSeen::paused)
        .map(offer -> paused(offer, language, model))
        .orElseGet(() -> closed(response));
  }

  private static ProviderAnswer providerAnswer(
      Answer answer, String note, PostedDay firstOn, PostedDay lookAgainOn, String reason) {
    return new ProviderAnswer(
        answer,
        note,
        answer == Answer.ACCEPTED ? firstOn.day() : null,
        answer == Answer.WAITING_LIST ? lookAgainOn.day() : null,
        answer == Answer.DECLINED
            ? Stream.of(DeclineReason.values()).filter(r -> r.name().equals(reason)).findFirst().orElse(null)
            : null);
  }

  /** After the answer, at an address of its own: going back or reloading sends nothing again. */
  @GetMapping("/thanks")
  String thanks() {
    return "reply/thanks";
  }

  /** After a question. */
  @GetMapping("/asked")
  String asked() {
    return "reply/asked";
  }

  /** Kind to a volunteer who may not know yet: nothing is asked of them, and nothing is lost. */
  private String paused(OfferSeen offer, Language language, Model model) {
    model.addAttribute("schemeName", offer.schemeName().in(language));
    model.addAttribute("activityName", offer.activityName().in(language));
    return "reply/paused";
  }

  private String form(String token, OfferSeen offer, Language language, Model model) {
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    model.addAttribute("token", token);
    model.addAttribute("schemeName", offer.schemeName().in(language));
    model.addAttribute("activityName", offer.activityName().in(language));
    model.addAttribute("organisationName", offer.organisationName());
    model.addAttribute("offeredOn", WrittenDate.of(offer.offeredOn(), language));
    model.addAttribute("answerBy", WrittenDate.of(offer.answerBy(), language));
    var codes = Stream.concat(Stream.of(Answer.values()).map(Answer::name), Stream.of(QUESTION)).toList();
    model.addAttribute("answers", labels(codes, "introduction.reply.answer.", language));
    model.addAttribute("answerHints", labels(codes, "introduction.reply.answer-hint.", language));
    model.addAttribute(
        "reasons",
        labels(Stream.of(DeclineReason.values()).map(Enum::name).toList(), "introduction.decline-reason.", language));
    return "reply/offer";
  }

  private Map<String, String> labels(Iterable<String> codes, String prefix, Language language) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code, words.say(language, prefix + code)));
    return labels;
  }

  static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "reply/closed";
  }
}
