package org.fingerpost.audit.proof;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fingerpost.audit.ToldStories.Line;
import org.fingerpost.platform.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The part of a pack that people read: a page that stands for itself, and the same on paper, tagged and with its font inside. */
@Component
class PackPaper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

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
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(PackPaper::font, "Liberation Sans");
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The story could not be put on paper", e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return PDDocument.class.getResourceAsStream(FONT);
  }
}
