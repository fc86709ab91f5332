package org.fingerpost.audit.proof.offline;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.LogEntry;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.VerifierKey;

/** The proof of one entry on one page: in words for whoever reads it, and below them what a program needs (C2SP tlog-proof). */
final class OnePage {

  static final String MARK = "PROOF OF ONE ENTRY IN THE AUDIT LOG OF ";

  private static final String BELOW = "---- for the program that checks this page; change nothing on it ----";
  private static final String ENTRY = "entry ";
  private static final String FORMAT = "c2sp.org/tlog-proof@v1";

  private OnePage() {}

  static String written(EventLine event, List<byte[]> path, SignedHead head) {
    var entry = event.entry();
    var page = new StringBuilder();
    page.append(MARK).append(head.origin()).append("\n\n");
    line(page, "Entry", String.valueOf(entry.id()));
    line(page, "When", entry.at() + " (UTC)");
    line(page, "Who", entry.actorKind() + " " + entry.actorId());
    line(page, "From where", entry.via() == null ? "not recorded" : entry.via());
    line(page, "What", entry.act());
    line(page, "About", entry.subjectType() + " " + entry.subjectId());
    line(page, "Scheme", entry.scheme() == null ? "all" : entry.scheme());
    entry.details().forEach((name, value) -> line(page, "  " + name, value instanceof String text ? text : CanonicalJson.text(value)));
    page.append(
        """

        It is number %d, counted from 0, of the %d entries that the log had when its head was signed on %s.
        The %d hashes below lead from this entry to that head. If a letter of the entry, its place or its time
        had been changed afterwards, they would not. To check it, on any computer with Java and without a network:

          java -jar fingerpost.jar audit verify THIS-FILE --key PUBLIC-KEY

        Take the public key from somebody who kept it, not from whoever gave you this page.

        """
            .formatted(event.index(), head.size(), head.time(), path.size()));
    page.append(BELOW).append('\n');
    page.append(ENTRY).append(CanonicalJson.text(entry.fields())).append('\n');
    page.append(FORMAT).append('\n');
    page.append("index ").append(event.index()).append('\n');
    path.forEach(hash -> page.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    page.append('\n').append(head.note());
    return page.toString();
  }

  /**
   * Checks a page, the words at its top included.
   *
   * @return what is wrong, or {@code null} when nothing is
   */
  static String complaint(String text, SignedHead head, EventLine event, List<byte[]> path, Collection<VerifierKey> keys) {
    if (head.signedBy(keys).isEmpty()) {
      return "The head on this page is not signed with the key that you gave.";
    }
    if (!Merkle.includes(Merkle.leaf(event.bytes()), event.index(), head.size(), path, head.root())) {
      return "Entry %d (%s, %s) is not in the log in this form and at this place."
          .formatted(event.index(), event.entry().act(), event.entry().subjectId());
    }
    if (!plain(written(event, path, head)).equals(plain(text))) {
      return "The words at the top of this page are not those of the entry below them.";
    }
    return null;
  }

  /** Reads the lower part of a page. */
  static Read read(String text) {
    try {
      var lower = plain(text);
      lower = lower.substring(lower.indexOf(BELOW) + BELOW.length() + 1);
      int headAt = lower.indexOf("\n\n");
      var lines = lower.substring(0, headAt).lines().toList();
      if (!lines.get(0).startsWith(ENTRY) || !lines.get(1).equals(FORMAT) || !lines.get(2).matches("index [0-9]{1,18}")) {
        throw new Complaint("This page is not the proof of an entry, or parts of it are missing.");
      }
      long index = Long.parseLong(lines.get(2).substring("index ".length()));
      byte[] bytes = lines.get(0).substring(ENTRY.length()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      var path = new ArrayList<byte[]>();
      lines.subList(3, lines.size()).forEach(line -> path.add(Base64.getDecoder().decode(line)));
      var head = SignedHead.parse(lower.substring(headAt + 2) + "\n");
      return new Read(head, new EventLine(index, bytes, LogEntry.read(bytes)), path);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new Complaint("This page is not the proof of an entry, or parts of it are missing.");
    }
  }

  record Read(SignedHead head, EventLine event, List<byte[]> path) {}

  private static void line(StringBuilder page, String name, String value) {
    page.append("%-12s %s%n".formatted(name, value).replace("\r", ""));
  }

  private static String plain(String text) {
    return text.replace("\r", "").strip();
  }
}
