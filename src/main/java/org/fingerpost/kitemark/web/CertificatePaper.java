package org.fingerpost.kitemark.web;

import java.util.Map;
import org.fingerpost.kitemark.RegisteredMark;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.platform.web.Paper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A mark as a certificate that a screen reader can read: tagged, in a named language, with its title and its font inside, as the plan
 * of a person is. It says where to look up whether it still holds, because paper does not know.
 */
@Component
class CertificatePaper {

  private final ITemplateEngine templates;
  private final Words words;

  CertificatePaper(ITemplateEngine templates, Words words) {
    this.templates = templates;
    this.words = words;
  }

  /**
   * @param verify address of the register's entry
   */
  byte[] print(RegisteredMark mark, Language language, String verify) {
    var shown =
        Map.<String, Object>of(
            "language", language.code(),
            "organisationName", mark.organisationName(),
            "schemeName", mark.schemeName().in(language),
            "level", words.say(language, "kitemark.register.level." + mark.level()),
            "meaning", words.say(language, "kitemark.register.meaning." + mark.level()),
            "awardedOn", WrittenDate.of(mark.awardedOn(), language),
            "validUntil", WrittenDate.of(mark.validUntil(), language),
            "reference", mark.reference(),
            "verify", verify);
    String page = templates.process("kitemark/certificate", new Context(language.locale(), shown));
    return Paper.print(page);
  }
}
