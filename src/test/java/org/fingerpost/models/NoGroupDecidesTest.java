package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sex, ethnic group and deprivation are counted and decide nothing: no table asks for them, no process carries them and no form of staff
 * shows them. That a draft cannot ask for them either, says {@code ModelChecksTest}; that no program hands them on, {@code ArchitectureTest}.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoGroupDecidesTest {

  private static final Pattern WORD = Pattern.compile("(?i)stated.?sex|ethnic|depriv|decile|\\bsex\\b");

  @Test
  void no_model_knows_to_which_groups_people_belong() throws IOException {
    for (String root : List.of("bpmn", "dmn", "forms", "src/main/resources/schemes")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(path -> path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(bpmn|dmn|form)")).toList()) {
          assertThat(WORD.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
        }
      }
    }
  }
}
