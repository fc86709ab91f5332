package org.fingerpost.grants.web;

import java.util.Map;
import org.fingerpost.grants.AwardLetter;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An award letter as a tagged PDF, with its font inside. Nothing is fetched from anywhere. */
@Component
class LetterPaper {

  private final ITemplateEngine templates;

  LetterPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(AwardLetter letter) {
    String page =
        templates.process("grants/letter", new Context(letter.language().locale(), Map.of("letter", letter)));
    return Paper.print(page);
  }
}
