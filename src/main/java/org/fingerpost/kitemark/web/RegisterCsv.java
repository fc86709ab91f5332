package org.fingerpost.kitemark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.fingerpost.kitemark.RegisteredMark;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.LocalisedText;

/** The register as a file for spreadsheets: every value in quotes, and none that a spreadsheet would take for a formula. */
final class RegisterCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).setRecordSeparator("\r\n").get();

  private RegisterCsv() {}

  static String of(List<RegisteredMark> marks, Language language) {
    // A byte order mark, so that spreadsheets read ŵ and ŷ.
    var text = new StringBuilder("\uFEFF");
    try (var csv = FORMAT.print(text)) {
      csv.printRecord(
          "reference", "organisation", "scheme", "level", "areas", "activities", "awarded_on", "valid_until");
      for (var mark : marks) {
        csv.printRecord(
            mark.reference(),
            guarded(mark.organisationName()),
            guarded(mark.schemeName().in(language)),
            mark.level().name(),
            guarded(joined(mark.areas(), language)),
            guarded(joined(mark.activities(), language)),
            mark.awardedOn(),
            mark.validUntil());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String joined(List<LocalisedText> names, Language language) {
    return names.stream().map(name -> name.in(language)).collect(Collectors.joining("; "));
  }

  /** Names are typed by outsiders: one that begins like a formula is made text (OWASP, CSV injection). */
  static String guarded(String value) {
    return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
