package org.fingerpost.workbench.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.platform.Language;

/**
 * What a form shows and asks.
 *
 * @param guidance the text it begins with
 * @param shown the values it is given to show
 * @param fields what it asks, in order
 */
public record FormReading(String id, Text guidance, Set<String> shown, List<Field> fields) {

  private static final Pattern BOTH = Pattern.compile("=if lang = \"cy\" then \"([^\"]*)\" else \"([^\"]*)\"");
  private static final Pattern SHOWN = Pattern.compile("\\{\\{([a-z][A-Za-z0-9]*)}}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A text in both languages. */
  public record Text(String english, String welsh) {

    public String in(Language language) {
      return language == Language.CY ? welsh : english;
    }
  }

  /**
   * A field.
   *
   * @param optionsFrom the value that holds its options, or {@code null}
   * @param hiddenWhen the condition under which it is not shown, or {@code null}
   */
  public record Field(
      String key, Text label, String type, String optionsFrom, List<Text> options, boolean required, String hiddenWhen) {}

  public static FormReading of(byte[] form) {
    try {
      return of(JSON.readTree(form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static FormReading of(JsonNode form) {
    var shown = new LinkedHashSet<String>();
    var fields = new ArrayList<Field>();
    read(form, null, shown, fields);
    return new FormReading(
        form.path("id").asText(), text(form.path("components").path(0).path("text").asText()), shown, List.copyOf(fields));
  }

  /** Groups hold components of their own, and what hides a group hides these. */
  private static void read(JsonNode parent, String hidden, Set<String> shown, List<Field> fields) {
    for (JsonNode component : parent.path("components")) {
      Matcher keys = SHOWN.matcher(component.path("text").asText());
      while (keys.find()) {
        shown.add(keys.group(1));
      }
      String condition = component.path("conditional").path("hide").asText(hidden);
      if (component.path("disabled").asBoolean()) {
        shown.add(component.path("key").asText());
      } else if (component.has("key")) {
        var options = new ArrayList<Text>();
        component.path("values").forEach(option -> options.add(text(option.path("label").asText())));
        fields.add(
            new Field(
                component.path("key").asText(),
                text(component.path("label").asText()),
                component.path("type").asText(),
                component.path("valuesKey").asText(null),
                options,
                component.path("validate").path("required").asBoolean(),
                condition == null ? null : condition.replaceFirst("^=\\s*", "")));
      }
      read(component, condition, shown, fields);
    }
  }

  private static Text text(String text) {
    Matcher both = BOTH.matcher(text);
    return both.matches() ? new Text(both.group(2), both.group(1)) : new Text(text, text);
  }
}
