package org.fingerpost.rights;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An answer as a page that stands alone, and the same page as a tagged PDF with its font inside. Nothing is fetched from anywhere. */
@Component
class AnswerPaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final ITemplateEngine templates;

  AnswerPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  String page(Answers.Answer answer) {
    return templates.process("rights/answer", new Context(answer.language().locale(), Map.of("answer", answer)));
  }

  byte[] print(String page) {
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
      throw new UncheckedIOException("The answer could not be put on paper", e);
    }
    return out.toByteArray();
  }
}
