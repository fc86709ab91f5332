package org.fingerpost.intake.web;

import java.util.List;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what Fingerpost is, and where to refer somebody. */
@Controller
class StartPage {

  private final Schemes schemes;

  StartPage(Schemes schemes) {
    this.schemes = schemes;
  }

  @GetMapping("/")
  String start(Model model) {
    model.addAttribute("schemes", offered(schemes));
    return "start/start";
  }

  static List<Offered> offered(Schemes schemes) {
    var language = Language.of(LocaleContextHolder.getLocale());
    return schemes.all().stream()
        .map(scheme -> new Offered(scheme.id(), scheme.name().in(language), scheme.whoFor().in(language)))
        .toList();
  }

  /** A scheme as lists show it. */
  record Offered(String id, String name, String whoFor) {}
}
