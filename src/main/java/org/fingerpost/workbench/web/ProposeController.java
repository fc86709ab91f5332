package org.fingerpost.workbench.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.ProposingChange;
import org.fingerpost.workbench.draft.DraftStatus;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.NoSuchDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Puts a draft before a colleague: everything there is to know about it, a reason, and a day. */
@Controller
@RequestMapping("/workbench/drafts/{id}/propose")
class ProposeController {

  private final ProposingChange proposing;
  private final ModelChanges changes;
  private final Drafts drafts;
  private final ChangedModels models;
  private final ChangeWords words;

  ProposeController(ProposingChange proposing, ModelChanges changes, Drafts drafts, ChangedModels models, ChangeWords words) {
    this.proposing = proposing;
    this.changes = changes;
    this.drafts = drafts;
    this.models = models;
    this.words = words;
  }

  @ExceptionHandler(NoSuchDraft.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String none() {
    return "error/404";
  }

  @GetMapping
  String look(@PathVariable UUID id, Locale locale, Model model) {
    return page(id, Map.of(), Map.of(), Language.of(locale), model);
  }

  private String page(UUID id, Map<String, String> errors, Map<String, String> typed, Language language, Model model) {
    var draft = drafts.get(id);
    var change = changes.ofDraft(id);
    model.addAttribute("errors", errors);
    model.addAttribute("draft", draft);
    model.addAttribute("scheme", words.scheme(language, draft.schemeId()));
    model.addAttribute("change", change.filter(one -> one.state().isOpen()).orElse(null));
    model.addAttribute("cameBack", change.filter(one -> one.state().isBack()).isPresent());
    model.addAttribute("proposable", draft.status() == DraftStatus.OPEN);
    model.addAttribute(
        "obstacles", proposing.obstacles(id).stream().map(obstacle -> words.sentence(language, obstacle)).toList());
    model.addAttribute("warnings", models.findings(draft, false, language));
    model.addAttribute("differences", models.differences(draft, language));
    model.addAttribute("examples", models.examples(id));
    model.addAttribute("reports", models.reports(id, language));
    model.addAttribute("typed", typed);
    model.addAttribute("from", ChangeWords.typed(typed, "effectiveFrom", words.today()));
    return "workbench/propose";
  }

  @PostMapping
  String propose(
      @PathVariable UUID id,
      @RequestParam Map<String, String> posted,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    try {
      String reference = proposing.propose(id, posted.get("reason"), ChangeWords.day(posted, "effectiveFrom"));
      return "redirect:/workbench/changes/" + reference + "?proposed";
    } catch (InvalidInput e) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(id, words.errors(Language.of(locale), e), posted, Language.of(locale), model);
    }
  }
}
