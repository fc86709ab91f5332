package org.fingerpost.casefile;

import java.util.Locale;
import org.fingerpost.casefile.CaseFiles.Place;
import org.fingerpost.platform.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A case as a page, and as the panel that Tasklist shows beside a task: the same sections without the frame of a page. A referral of
 * another scheme is not found, whoever asks.
 */
@Controller
class CasefilePages {

  private final CaseFiles cases;

  CasefilePages(CaseFiles cases) {
    this.cases = cases;
  }

  @GetMapping("/casefile/{reference}")
  String page(@PathVariable String reference, Locale locale, Model model) {
    return show(reference, Place.PAGE, locale, model, "casefile/page");
  }

  @GetMapping(path = "/casefile/{reference}", params = "panel")
  String panel(@PathVariable String reference, Locale locale, Model model) {
    return show(reference, Place.TASK, locale, model, "casefile/panel");
  }

  private String show(String reference, Place place, Locale locale, Model model, String template) {
    var found =
        cases
            .open(reference, place, Language.of(locale))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("casefile", found);
    return template;
  }
}
