package org.fingerpost.conversation.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fingerpost.conversation.WrittenPlan;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A plan as a PDF that a screen reader can read: tagged, in a named language, with its title, and with the font inside, because many
 * printers know no ŵ and ŷ. The font is the Liberation Sans that PDFBox brings along. Nothing is fetched from anywhere.
 */
@Component
class PlanPaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final ITemplateEngine templates;

  PlanPaper(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] print(WrittenPlan plan) {
    String page =
        templates.process("plan/paper", new Context(plan.language().locale(), Map.of("plan", plan)));
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(PlanPaper::font, "Liberation Sans");
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The plan could not be put on paper", e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return PDDocument.class.getResourceAsStream(FONT);
  }
}
