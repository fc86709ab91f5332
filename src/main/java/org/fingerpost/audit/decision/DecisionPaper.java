package org.fingerpost.audit.decision;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fingerpost.platform.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An explained decision as a PDF that a screen reader can read: tagged, in a named language, with the font inside. */
@Component
class DecisionPaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final ITemplateEngine templates;

  DecisionPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(ExplainedDecision decision) {
    String page =
        templates.process(
            "audit/decision-paper", new Context(Language.of(decision.language()).locale(), Map.of("decision", decision)));
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(DecisionPaper::font, "Liberation Sans");
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The decision could not be put on paper", e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return PDDocument.class.getResourceAsStream(FONT);
  }
}
