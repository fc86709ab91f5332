package org.fingerpost.audit.decision;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Explain this decision": for the auditor, or as it can be given to the person it concerns; on the screen and on paper. */
@Controller
class DecisionPages {

  private static final String PERSON = "person";

  private final ExplainedDecisions explaining;
  private final DecisionPaper paper;

  DecisionPages(ExplainedDecisions explaining, DecisionPaper paper) {
    this.explaining = explaining;
    this.paper = paper;
  }

  /**
   * @param whom {@code person} for the version without names
   */
  @GetMapping("/audit/decisions/{id:[0-9a-f-]{36}}")
  String explain(
      @PathVariable UUID id,
      @RequestParam(name = "for", required = false) String whom,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("decision", explained(id, null, whom, locale));
    return "audit/decision";
  }

  /**
   * @param in the language of the paper; the language of the page where none is named
   */
  @GetMapping("/audit/decisions/{id:[0-9a-f-]{36}}.pdf")
  ResponseEntity<byte[]> paper(
      @PathVariable UUID id,
      @RequestParam(required = false) String in,
      @RequestParam(name = "for", required = false) String whom,
      Locale locale) {
    var decision = explained(id, in, whom, locale);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"" + decision.reference() + "-" + id.toString().substring(0, 8) + "-" + decision.language() + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(paper.print(decision));
  }

  private ExplainedDecision explained(UUID id, String in, String whom, Locale locale) {
    var language = in == null ? Language.of(locale) : Language.of(in);
    return explaining
        .explain(id, language, PERSON.equals(whom))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
