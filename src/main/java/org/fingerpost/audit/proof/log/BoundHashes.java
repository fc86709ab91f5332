package org.fingerpost.audit.proof.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** How entries name what lies outside the log, and by which hash. */
public final class BoundHashes {

  public static final String DEPLOYED = "model.deployed";
  public static final String SEALED = "case.sealed";
  public static final String PACK_MADE = "evidence.made";
  public static final String NEW_KEY = "audit.keyChanged";

  private BoundHashes() {}

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Merkle.sha256().digest(bytes));
  }

  /**
   * Whether these files are those whose deployment was recorded. Entries name the SHA-256 of the list that {@code sha256sum} would
   * print; those from before that was kept name the beginning of the bundle's own hash.
   *
   * @param details of the entry
   * @param files contents by name
   */
  public static boolean fits(Map<String, Object> details, SortedMap<String, byte[]> files) {
    if (details.get("fileHashes") instanceof String list) {
      return list.equals(list(files));
    }
    return details.get("bundle") instanceof String bundle && bundle.length() >= 16 && bundleHash(files).startsWith(bundle);
  }

  /** SHA-256 over lines of hash, two spaces, name. */
  public static String list(SortedMap<String, byte[]> files) {
    var text = new StringBuilder();
    files.forEach((name, bytes) -> text.append(sha256(bytes)).append("  ").append(name).append('\n'));
    return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The hash by which the product tells bundles apart; it reads bytes as Latin letters first. */
  private static String bundleHash(SortedMap<String, byte[]> files) {
    var text = new StringBuilder();
    files.forEach(
        (name, bytes) ->
            text.append(name)
                .append(' ')
                .append(sha256(new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8)))
                .append('\n'));
    return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Files of a pack that prove, and are therefore not in the list of those that are proven. */
  public static boolean isProof(String name) {
    return name.equals("checkpoint")
        || name.equals("heads.txt")
        || name.equals("keys.txt")
        || name.equals("files.txt")
        || name.equals("receipt.json")
        || name.startsWith("tile/");
  }
}
