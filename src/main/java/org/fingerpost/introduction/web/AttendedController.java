package org.fingerpost.introduction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.introduction.OfferSeen;
import org.fingerpost.introduction.RecordingAttendance;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
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
 * The page where an organisation tells without an account whether the person came. Like the reply page it shows nothing
 * about the person and changes nothing until it is sent.
 */
@Controller
@RequestMapping("/attended")
class AttendedController {

  private final RecordingAttendance attendances;
  private final Words words;
  private final Clock clock;

  AttendedController(RecordingAttendance attendances, Words words, Clock clock) {
    this.attendances = attendances;
    this.words = words;
    this.clock = clock;
  }

  @ModelAttribute
  void keepToYourself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  @GetMapping("/{token}")
  String look(@PathVariable String token, Locale locale, Model model, HttpServletResponse response) {
    return attendances
        .look(token)
        .map(seen -> form(token, seen, Map.of(), Language.of(locale), model))
        .orElseGet(() -> ReplyController.closed(response));
  }

  @PostMapping("/{token}")
  String tell(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    var language = Language.of(locale);
    var errors = new LinkedHashMap<String, String>();
    String attended = typed.getOrDefault("attended", "");
    if (!attended.equals("YES") && !attended.equals("NO")) {
      errors.put("attended", words.say(language, "introduction.attended.required"));
    }
    var day = PostedDay.of(typed, "heldOn");
    var heldOn = day.typed() ? day.day() : LocalDate.now(clock);
    if (heldOn == null) {
      errors.put("heldOn", words.say(language, "introduction.attended.day.wrong"));
    }
    if (errors.isEmpty()) {
      try {
        return attendances.byLink(token, heldOn, attended.equals("YES"))
            ? "redirect:/attended/thanks"
            : ReplyController.closed(response);
      } catch (InvalidInput e) {
        errors.put("heldOn", words.say(language, "introduction.attended.day.wrong"));
      }
    }
    var seen = attendances.look(token);
    if (seen.isEmpty()) {
      return ReplyController.closed(response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("errors", errors);
    return form(token, seen.get(), typed, language, model);
  }

  @GetMapping("/thanks")
  String thanks() {
    return "reply/attended-thanks";
  }

  private String form(String token, OfferSeen seen, Map<String, String> typed, Language language, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("typed", typed);
    model.addAttribute("schemeName", seen.schemeName().in(language));
    model.addAttribute("activityName", seen.activityName().in(language));
    var answers = new LinkedHashMap<String, String>();
    answers.put("YES", words.say(language, "introduction.attended.YES"));
    answers.put("NO", words.say(language, "introduction.attended.NO"));
    model.addAttribute("answers", answers);
    return "reply/attended";
  }
}
