package org.fingerpost.audit.decision;

import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An explained decision as a PDF that a screen reader can read: tagged, in a named language, with the font inside. */
@Component
class DecisionPaper {

  private final ITemplateEngine templates;

  DecisionPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(ExplainedDecision decision) {
    String page =
        templates.process(
            "audit/decision-paper", new Context(Language.of(decision.language()).locale(), Map.of("decision", decision)));
    return Paper.print(page);
  }
}
