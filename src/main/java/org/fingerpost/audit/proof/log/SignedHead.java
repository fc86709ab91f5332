package org.fingerpost.audit.proof.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signed head of the log: a C2SP checkpoint in a signed note. Two lines more than a checkpoint must have say when it was signed and,
 * while a log begins on a database that has entries already, that those may be older.
 *
 * @param origin whose log this is
 * @param size how many entries the log had
 * @param root the hash over all of them
 * @param time when it was signed
 * @param backlog whether the entries since the head before may be as old as they like
 * @param note the whole note with its signatures
 */
public record SignedHead(String origin, long size, byte[] root, Instant time, boolean backlog, String note) {

  private static final Pattern SIGNATURE = Pattern.compile("— (\\S+) (\\S+)");
  private static final Pattern SIGNATURES = Pattern.compile("(— \\S+ \\S+\n)+");
  private static final String TIME = "time ";
  private static final String BACKLOG = "backlog";

  public static SignedHead sign(VerifierKey key, PrivateKey secret, long size, byte[] root, Instant time, boolean backlog) {
    var second = time.truncatedTo(ChronoUnit.SECONDS);
    var text =
        key.name() + "\n" + size + "\n" + base64(root) + "\n" + TIME + second + "\n" + (backlog ? BACKLOG + "\n" : "");
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      var signature = new ByteArrayOutputStream();
      signature.writeBytes(key.hash());
      signature.writeBytes(signer.sign());
      var note = text + "\n— " + key.name() + " " + base64(signature.toByteArray()) + "\n";
      return new SignedHead(key.name(), size, root, second, backlog, note);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java signs with Ed25519", e);
    }
  }

  /**
   * @throws IllegalArgumentException if this is not a signed head
   */
  public static SignedHead parse(String note) {
    int end = note.indexOf("\n\n");
    var lines = end < 0 ? List.<String>of() : note.substring(0, end).lines().toList();
    if (lines.size() < 3 || !SIGNATURES.matcher(note.substring(end + 2)).matches()) {
      throw new IllegalArgumentException("This is not a signed head");
    }
    try {
      var time = lines.stream().skip(3).filter(line -> line.startsWith(TIME)).findFirst();
      byte[] root = Base64.getDecoder().decode(lines.get(2));
      if (root.length != Merkle.HASH || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
        throw new IllegalArgumentException("This is not a signed head");
      }
      return new SignedHead(
          lines.get(0),
          Long.parseLong(lines.get(1)),
          root,
          time.map(line -> Instant.parse(line.substring(TIME.length()))).orElse(null),
          lines.stream().skip(3).anyMatch(BACKLOG::equals),
          note);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("This is not a signed head", e);
    }
  }

  /** Many heads in one text, each with an empty line after it. */
  public static List<SignedHead> parseAll(String text) {
    var heads = new ArrayList<SignedHead>();
    var parts = text.replace("\r", "").split("\n\n+");
    for (int i = 0; i + 1 < parts.length; i += 2) {
      heads.add(parse(parts[i].stripLeading() + "\n\n" + parts[i + 1].stripTrailing() + "\n"));
    }
    return heads;
  }

  /** Which of these keys signed it, if any of them did. */
  public Optional<VerifierKey> signedBy(Collection<VerifierKey> keys) {
    int end = note.indexOf("\n\n") + 1;
    byte[] text = note.substring(0, end).getBytes(StandardCharsets.UTF_8);
    for (String line : note.substring(end + 1).lines().toList()) {
      var signature = SIGNATURE.matcher(line);
      if (!signature.matches()) {
        continue;
      }
      byte[] bytes;
      try {
        bytes = Base64.getDecoder().decode(signature.group(2));
      } catch (IllegalArgumentException e) {
        continue;
      }
      for (var key : keys) {
        if (bytes.length == 68
            && base64(bytes).equals(signature.group(2))
            && key.name().equals(signature.group(1))
            && key.name().equals(origin)
            && Arrays.equals(Arrays.copyOf(bytes, 4), key.hash())
            && key.verifies(Arrays.copyOfRange(bytes, 4, bytes.length), text)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  public String rootText() {
    return base64(root);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
