package org.fingerpost.rights;

import java.util.Map;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An answer as a page that stands alone, and the same page as a tagged PDF with its font inside. Nothing is fetched from anywhere. */
@Component
class AnswerPaper {

  private final ITemplateEngine templates;

  AnswerPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  String page(Answers.Answer answer) {
    return templates.process("rights/answer", new Context(answer.language().locale(), Map.of("answer", answer)));
  }

  byte[] print(String page) {
    return Paper.print(page);
  }
}
