package org.fingerpost.audit.proof;

import java.util.List;
import java.util.Map;
import org.fingerpost.audit.ToldStories.Line;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The part of a pack that people read: a page that stands for itself, and the same on paper, tagged and with its font inside. */
@Component
class PackPaper {

  private final ITemplateEngine templates;

  PackPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * @param all how many lines there would be, of which {@code lines} are the first
   */
  record Story(Language language, PackWanted wanted, String askedBy, String made, List<Line> lines, long all) {}

  String page(Story story) {
    return templates.process("audit/pack-paper", new Context(story.language().locale(), Map.of("story", story)));
  }

  byte[] print(String page) {
    return Paper.print(page);
  }
}
