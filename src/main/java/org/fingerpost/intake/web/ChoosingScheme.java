package org.fingerpost.intake.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds the right scheme by the person's postcode, or from the list. The postcode is sent with POST and kept in the session: an
 * address says too much about somebody to stand in a URL, and the form need not ask for it again.
 */
@Controller
@RequestMapping("/refer")
class ChoosingScheme {

  static final String POSTCODE = "fingerpost.postcode";
  private static final String POSTCODE_SHAPE = "[A-Z]{1,2}[0-9][0-9A-Z]?( ?[0-9][A-Z]{2})?";

  private final Schemes schemes;
  private final Words words;
  private final Clock clock;

  ChoosingScheme(Schemes schemes, Words words, Clock clock) {
    this.schemes = schemes;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String choose(HttpSession session, Model model) {
    var all = StartPage.offered(schemes);
    model.addAttribute("schemes", all);
    if (session.getAttribute(POSTCODE) instanceof String postcode) {
      model.addAttribute("postcode", postcode);
      if (postcode.matches(POSTCODE_SHAPE)) {
        var today = LocalDate.now(clock);
        model.addAttribute(
            "found", all.stream().filter(s -> schemes.get(s.id()).areaOf(postcode, today).isPresent()).toList());
      } else {
        var language = Language.of(LocaleContextHolder.getLocale());
        model.addAttribute(PageErrors.ATTRIBUTE, Map.of("postcode", words.say(language, "intake.problem.postcode")));
      }
    }
    return "refer/choose";
  }

  @PostMapping
  String find(@RequestParam(defaultValue = "") String postcode, HttpSession session) {
    var tidy = postcode.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    session.setAttribute(POSTCODE, tidy.length() > 10 ? tidy.substring(0, 10) : tidy);
    return "redirect:/refer";
  }
}
