package org.fingerpost.platform.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Puts a page on paper: a PDF that screen readers can read, with its font inside, which fetches nothing from anywhere. */
public final class Paper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private Paper() {}

  /**
   * The page as a PDF.
   *
   * @param page well-formed XHTML with its style sheet inside; its font is Liberation Sans
   */
  public static byte[] print(String page) {
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
      throw new UncheckedIOException("The page could not be put on paper", e);
    }
    return out.toByteArray();
  }
}
