package org.fingerpost.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message as the demo's page shows it.
 *
 * @param purpose the purpose in words
 * @param to the address, or {@code null} if there is none
 * @param language code of the message's own language, for the page's {@code lang}
 * @param at when it was written, in words
 * @param status in words
 * @param body the text in pieces; empty if its contents are not kept
 */
record ShownMessage(
    String id,
    String purpose,
    String to,
    String language,
    String at,
    String status,
    String subject,
    List<Piece> body) {

  /** A link ends before a space or at the punctuation that closes the sentence around it. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

  /**
   * A piece of a message's text.
   *
   * @param href where it leads, or {@code null} for plain text
   */
  record Piece(String text, String href) {}

  /** Cuts a text at its links. {@code null} has no pieces. */
  static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    if (text == null) {
      return pieces;
    }
    var link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      if (link.start() > end) {
        pieces.add(new Piece(text.substring(end, link.start()), null));
      }
      pieces.add(new Piece(link.group(), link.group()));
      end = link.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece(text.substring(end), null));
    }
    return pieces;
  }
}
