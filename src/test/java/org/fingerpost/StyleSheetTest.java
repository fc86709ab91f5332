package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A browser says nothing about a rule that is not closed: it drops the rules after it. So this does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleSheetTest {

  private static final Path SHEET = Path.of("src/main/web/fingerpost.css");

  @Test
  void every_rule_is_closed_before_the_next_begins() throws IOException {
    assertThat(mistakes(Files.readString(SHEET))).as("rules of %s", SHEET).isEmpty();
  }

  @Test
  void what_is_not_closed_or_closed_twice_is_told_with_its_line() {
    assertThat(mistakes(".a {\n color: red;\n.b { color: blue; }\n")).containsExactly("line 3: \".b\" stands inside \".a\"", "line 1: \".a\" is never closed");
    assertThat(mistakes(".a { color: red; }\n}\n")).containsExactly("line 2: closes what is not open");
    assertThat(mistakes("@media print {\n .a::before { content: \"}\"; /* } */ }\n}\n")).isEmpty();
  }

  private record Open(String selector, int line) {}

  private static List<String> mistakes(String css) {
    String text = withoutCommentsAndStrings(css);
    var mistakes = new ArrayList<String>();
    var open = new ArrayDeque<Open>();
    int line = 1;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\n' -> line++;
        case ';' -> from = i + 1;
        case '{' -> {
          var rule = new Open(text.substring(from, i).strip().replaceAll("\\s+", " "), line);
          if (!open.isEmpty() && !open.peek().selector().startsWith("@")) {
            mistakes.add("line %d: \"%s\" stands inside \"%s\"".formatted(line, rule.selector(), open.peek().selector()));
          }
          open.push(rule);
          from = i + 1;
        }
        case '}' -> {
          if (open.poll() == null) {
            mistakes.add("line %d: closes what is not open".formatted(line));
          }
          from = i + 1;
        }
        default -> {}
      }
    }
    open.forEach(rule -> mistakes.add("line %d: \"%s\" is never closed".formatted(rule.line(), rule.selector())));
    return mistakes;
  }

  /** Lines stay what they were, so that a mistake is found where it stands. */
  private static String withoutCommentsAndStrings(String css) {
    return Pattern.compile("/\\*.*?\\*/|\"[^\"\\n]*\"|'[^'\\n]*'", Pattern.DOTALL)
        .matcher(css)
        .replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }
}
