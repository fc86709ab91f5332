package org.fingerpost.grants.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fingerpost.grants.AwardLetter;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An award letter as a tagged PDF, with its font inside. Nothing is fetched from anywhere. */
@Component
class LetterPaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final ITemplateEngine templates;

  LetterPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(AwardLetter letter) {
    String page =
        templates.process("grants/letter", new Context(letter.language().locale(), Map.of("letter", letter)));
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The letter could not be put on paper", e);
    }
    return out.toByteArray();
  }
}
