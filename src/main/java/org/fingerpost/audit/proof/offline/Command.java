package org.fingerpost.audit.proof.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.fingerpost.audit.proof.log.KeyFile;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.VerifierKey;

/** What {@code java -jar fingerpost.jar audit ...} does. Says everything in sentences, and ends with 0, 1 or 2. */
public final class Command {

  /** All is well. */
  public static final int OK = 0;

  /** Something was altered. */
  public static final int ALTERED = 1;

  /** The command was not understood, or could not read what it was given. */
  public static final int NOT_CHECKED = 2;

  private static final String USAGE =
      """
      Checks a pack of evidence from Fingerpost's audit log, without a network and without Fingerpost running.

        audit verify EXPORT --key PUBLIC-KEY [--since HEAD]
            EXPORT      a pack, as a zip file or a folder, or the page that "audit prove" writes
            PUBLIC-KEY  the log's public key (name+hash+key), or a file that holds it; may be given more than once
            HEAD        a file with a signed head that you kept: the log must still begin with it
            prints "OK size root" and ends with 0, or names the first bad entry and ends with 1

        audit prove EXPORT ENTRY --key PUBLIC-KEY
            ENTRY       the number of the entry, as the auditor's pages show it
            prints one page that proves this entry; keep it in a file, and check it with "audit verify"

        audit new-key FOLDER
            puts a new signing key into the folder of the audit log, beside the old one; takes effect at the next start
      """;

  private final PrintStream out;

  public Command(PrintStream out) {
    this.out = out;
  }

  /**
   * @param args without the word {@code audit}
   * @return how the program ends
   */
  public int run(List<String> args) {
    try {
      var words = new ArrayList<>(args);
      if (words.isEmpty() || words.contains("--help") || words.get(0).equals("help")) {
        out.print(USAGE);
        return words.isEmpty() ? NOT_CHECKED : OK;
      }
      return switch (words.remove(0)) {
        case "verify" -> verify(words);
        case "prove" -> prove(words);
        case "new-key" -> newKey(words);
        default -> throw new Complaint("There is \"audit verify\", \"audit prove\" and \"audit new-key\"; \"audit help\" explains them.");
      };
    } catch (Refused refused) {
      out.println("BAD " + refused.getMessage());
      return ALTERED;
    } catch (Complaint complaint) {
      out.println("NOT CHECKED " + complaint.getMessage());
      return NOT_CHECKED;
    } catch (InvalidPathException e) {
      out.println("NOT CHECKED This is not the name of a file: " + e.getInput());
      return NOT_CHECKED;
    } catch (ZipException e) {
      out.println("NOT CHECKED The zip file is damaged.");
      return NOT_CHECKED;
    } catch (IOException e) {
      out.println("NOT CHECKED A file could not be read or written (" + e.getClass().getSimpleName() + ").");
      return NOT_CHECKED;
    } catch (OutOfMemoryError e) {
      out.println("NOT CHECKED This log is too large for the memory that Java was given; try java -Xmx4g.");
      return NOT_CHECKED;
    } catch (RuntimeException e) {
      out.println("NOT CHECKED This pack holds something that no pack of Fingerpost holds (" + e.getClass().getSimpleName() + ").");
      return NOT_CHECKED;
    }
  }

  private int verify(List<String> words) throws IOException {
    var keys = keys(words);
    var since = taken(words, "--since").stream().findFirst().map(Command::head).orElse(null);
    var place = Path.of(only(words, "Name the pack to verify: audit verify EXPORT --key PUBLIC-KEY"));
    if (since != null && since.signedBy(keys).isEmpty()) {
      throw new Complaint("The head you kept is not signed with the key that you gave. If the key has changed since, give both, each with --key.");
    }
    if (isPage(place)) {
      return verifyPage(place, keys);
    }
    try (var export = Export.at(place)) {
      var result = Verifier.verify(export, keys, since);
      if (result.problems().isEmpty()) {
        out.println("OK " + result.head().size() + " " + result.head().rootText());
        out.println(
            "%d entries of this pack are in the log of %s in the form in which they were recorded; its head was signed on %s."
                .formatted(result.entries(), result.head().origin(), result.head().time()));
        if (since != null) {
          out.println("The log still begins with the %d entries of the head that you kept.".formatted(since.size()));
        }
        return OK;
      }
      out.println("BAD " + result.problems().get(0).sentence());
      result.problems().stream().skip(1).forEach(problem -> out.println("    " + problem.sentence()));
      return ALTERED;
    }
  }

  private int verifyPage(Path place, List<VerifierKey> keys) throws IOException {
    var text = Files.readString(place);
    var page = OnePage.read(text);
    var complaint = OnePage.complaint(text, page.head(), page.event(), page.path(), keys);
    if (complaint != null) {
      out.println("BAD " + complaint);
      return ALTERED;
    }
    out.println("OK " + page.head().size() + " " + page.head().rootText());
    out.println("Entry %d is in the log of %s, as this page says.".formatted(page.event().entry().id(), page.head().origin()));
    return OK;
  }

  private int prove(List<String> words) throws IOException {
    var keys = keys(words);
    if (words.size() != 2 || !words.get(1).matches("[0-9]{1,18}")) {
      throw new Complaint("Name the pack and the number of the entry: audit prove EXPORT ENTRY --key PUBLIC-KEY");
    }
    long wanted = Long.parseLong(words.get(1));
    try (var export = Export.at(Path.of(words.get(0)))) {
      var head = Verifier.signedHead(export, keys);
      var event = find(export, wanted);
      if (event.index() >= head.size()) {
        throw new Complaint("Entry " + wanted + " is not in the signed log.");
      }
      var path = Merkle.inclusion(event.index(), head.size(), StatedTree.nodes(export, head));
      if (!Merkle.includes(Merkle.leaf(event.bytes()), event.index(), head.size(), path, head.root())) {
        throw new Refused("Entry %d (%s, %s) is not what was recorded.".formatted(wanted, event.entry().act(), event.entry().subjectId()));
      }
      out.print(OnePage.written(event, path, head));
      return OK;
    }
  }

  private static EventLine find(Export export, long id) throws IOException {
    try (var lines = export.lines("events.ndjson").orElseThrow(() -> new Complaint("This pack has no events.ndjson."))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var event = EventLine.read(line);
        if (event != null && event.entry() != null && event.entry().id() == id) {
          return event;
        }
      }
    }
    throw new Complaint("There is no entry " + id + " in this pack.");
  }

  private int newKey(List<String> words) throws IOException {
    var folder = Path.of(only(words, "Name the folder of the audit log: audit new-key FOLDER"));
    if (!Files.isDirectory(folder)) {
      throw new Complaint("There is no folder " + folder + ".");
    }
    var kept = KeyFile.replace(folder);
    out.println("The new key is in " + folder.resolve(KeyFile.NAME) + ". Start Fingerpost again; it records the change and prints the new public key.");
    kept.ifPresent(old -> out.println("The old one is kept as " + old + "; nothing needs it any more but a second look."));
    return OK;
  }

  private static boolean isPage(Path place) throws IOException {
    if (!Files.isRegularFile(place) || Files.size(place) > 1 << 20) {
      return false;
    }
    try (var in = Files.newInputStream(place)) {
      return new String(in.readNBytes(200), StandardCharsets.UTF_8).startsWith(OnePage.MARK);
    }
  }

  private static List<VerifierKey> keys(List<String> words) {
    var keys = new ArrayList<VerifierKey>();
    for (var given : taken(words, "--key")) {
      keys.addAll(key(given));
    }
    if (keys.isEmpty()) {
      throw new Complaint("Give the log's public key: --key PUBLIC-KEY. It stands on the page /audit/proof; better is one that you noted earlier.");
    }
    return keys;
  }

  /** A key, or a file that holds some: one a line, lines that begin with # are words. */
  private static List<VerifierKey> key(String given) {
    try {
      var file = given.length() < 250 && !given.contains("\0") ? Path.of(given) : null;
      if (file != null && Files.isRegularFile(file)) {
        var keys =
            Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(VerifierKey::parse)
                .toList();
        if (keys.isEmpty()) {
          throw new Complaint("The file " + given + " holds no key.");
        }
        return keys;
      }
      return List.of(VerifierKey.parse(given));
    } catch (IllegalArgumentException e) {
      throw new Complaint("This is neither a public key nor a file that holds one: " + given);
    } catch (IOException e) {
      throw new Complaint("The key file " + given + " cannot be read.");
    }
  }

  private static SignedHead head(String file) {
    try {
      var heads = SignedHead.parseAll(Files.readString(Path.of(file)) + "\n");
      if (heads.isEmpty()) {
        throw new Complaint("There is no signed head in " + file + ".");
      }
      return heads.get(heads.size() - 1);
    } catch (IllegalArgumentException e) {
      throw new Complaint("There is no signed head in " + file + ".");
    } catch (IOException e) {
      throw new Complaint("The file with your head cannot be read: " + file);
    }
  }

  /** Takes an option and what follows it out of the words, each time it is given. */
  private static List<String> taken(List<String> words, String option) {
    var values = new ArrayList<String>();
    for (int at = words.indexOf(option); at >= 0; at = words.indexOf(option)) {
      if (at + 1 >= words.size()) {
        throw new Complaint("Something is missing after " + option + ".");
      }
      values.add(words.get(at + 1));
      words.subList(at, at + 2).clear();
    }
    return values;
  }

  private static String only(List<String> words, String otherwise) {
    if (words.size() != 1) {
      throw new Complaint(otherwise);
    }
    if (words.get(0).startsWith("--")) {
      throw new Complaint("There is no option " + words.get(0) + "; \"audit help\" lists them.");
    }
    return words.get(0);
  }
}
