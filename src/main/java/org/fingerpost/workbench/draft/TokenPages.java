package org.fingerpost.workbench.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.web.PageErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A manager's own tokens for Camunda Modeler. */
@Controller
@RequestMapping("/workbench/token")
class TokenPages {

  private final ModelerTokens tokens;
  private final DraftDesk desk;
  private final Words words;

  TokenPages(ModelerTokens tokens, DraftDesk desk, Words words) {
    this.tokens = tokens;
    this.desk = desk;
    this.words = words;
  }

  /** A token in words. */
  record Line(UUID id, String made, String expires, String used) {}

  @GetMapping
  String tokens(Locale locale, Model model) {
    var language = Language.of(locale);
    List<Line> lines =
        tokens.mine().stream()
            .map(
                token ->
                    new Line(
                        token.id(),
                        desk.when(token.madeAt(), language),
                        desk.when(token.expiresAt(), language),
                        token.lastUsedAt() == null ? null : desk.when(token.lastUsedAt(), language)))
            .toList();
    var days = new LinkedHashMap<String, String>();
    ModelerTokens.DAYS.forEach(each -> days.put(String.valueOf(each), words.say(language, "drafts.token.days." + each)));
    model.addAttribute("tokens", lines);
    model.addAttribute("days", days);
    model.addAttribute("chosen", "30");
    model.addAttribute("endpoint", ServletUriComponentsBuilder.fromCurrentContextPath().path("/workbench/modeler").build().toUriString());
    return "workbench/token";
  }

  /** Makes one and shows it, this once: no redirect, because then it would have to be kept. */
  @PostMapping
  String make(@RequestParam(defaultValue = "0") int days, Locale locale, Model model, HttpServletResponse response) {
    try {
      model.addAttribute("secret", tokens.make(days));
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute(PageErrors.ATTRIBUTE, PageErrors.of(e.problems(), words, Language.of(locale)));
    }
    return tokens(locale, model);
  }

  @PostMapping("/{id}/revoke")
  String revoke(@PathVariable UUID id) {
    tokens.revoke(id);
    return "redirect:/workbench/token";
  }
}
