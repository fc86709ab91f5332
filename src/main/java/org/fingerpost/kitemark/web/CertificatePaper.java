package org.fingerpost.kitemark.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fingerpost.kitemark.RegisteredMark;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A mark as a certificate that a screen reader can read: tagged, in a named language, with its title and its font inside, as the plan
 * of a person is. It says where to look up whether it still holds, because paper does not know.
 */
@Component
class CertificatePaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

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
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(CertificatePaper::font, "Liberation Sans");
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate could not be put on paper", e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return PDDocument.class.getResourceAsStream(FONT);
  }
}
