package org.fingerpost.intake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import org.fingerpost.platform.Tokens;

/**
 * Tells whether two bodies say the same: the order of fields and the space between them do not matter, the order in lists does.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  /** SHA-256 of the tree in canonical form, as 64 hexadecimal digits. */
  static String hash(JsonNode tree) {
    var text = new StringBuilder();
    write(tree, text);
    return Tokens.hash(text.toString());
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      var names = new ArrayList<String>();
      node.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      text.append('{');
      for (var name : names) {
        // Written as JSON text, so that a name or value with punctuation in it cannot pass for structure.
        text.append(TextNode.valueOf(name)).append(':');
        write(node.get(name), text);
        text.append(',');
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      for (var element : node) {
        write(element, text);
        text.append(',');
      }
      text.append(']');
    } else {
      text.append(node);
    }
  }
}
