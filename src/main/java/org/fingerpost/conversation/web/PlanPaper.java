package org.fingerpost.conversation.web;

import java.util.Map;
import org.fingerpost.conversation.WrittenPlan;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A plan as a PDF that a screen reader can read: tagged, in a named language, with its title, and with the font inside, because many
 * printers know no ŵ and ŷ. The font is the Liberation Sans that PDFBox brings along. Nothing is fetched from anywhere.
 */
@Component
class PlanPaper {

  private final ITemplateEngine templates;

  PlanPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(WrittenPlan plan) {
    String page =
        templates.process("plan/paper", new Context(plan.language().locale(), Map.of("plan", plan)));
    return Paper.print(page);
  }
}
