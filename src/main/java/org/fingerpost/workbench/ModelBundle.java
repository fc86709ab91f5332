package org.fingerpost.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.platform.Tokens;

/**
 * The models that are deployed together: processes with the forms and processes they name, because forms and called processes are
 * bound to the deployment they came with.
 *
 * @param schemeId the scheme these models are for, or {@code null} for the shared ones
 * @param files contents by stable name: {@code bpmn/referral-journey.bpmn}
 */
public record ModelBundle(String schemeId, SortedMap<String, byte[]> files) {

  public ModelBundle(String schemeId, Map<String, byte[]> files) {
    this(schemeId, new TreeMap<>(files));
  }

  /** The same for the same names and bytes; tells whether anything changed since the last deployment. */
  public String hash() {
    var text = new StringBuilder();
    files.forEach((name, bytes) -> text.append(name).append(' ').append(hashOf(bytes)).append('\n'));
    return Tokens.hash(text.toString());
  }

  /** SHA-256 of the list of the files as {@code sha256sum} prints it: what an auditor can recompute from the files alone. */
  String list() {
    var text = new StringBuilder();
    files.forEach((name, bytes) -> text.append(Tokens.hash(bytes)).append("  ").append(name).append('\n'));
    return Tokens.hash(text.toString());
  }

  /** What tells one content from another. */
  public static String hashOf(byte[] bytes) {
    return Tokens.hash(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
