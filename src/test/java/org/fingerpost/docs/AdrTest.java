package org.fingerpost.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision records keep one form, and each names the tests that fail when the decision is broken. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdrTest {

  private static final Path FOLDER = Path.of("src/docs/adr");
  private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
  private static final List<String> HEADINGS =
      List.of("Status", "Date", "Deciders", "Context", "Options", "Decision", "Consequences", "Confirmation", "Source");

  /** One screen. */
  private static final int LONGEST = 70;

  private final Set<String> tests = testClasses();

  static List<Path> records() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void a_record_has_the_form_of_all_records(Path record) throws IOException {
    var name = FILE_NAME.matcher(record.getFileName().toString());
    assertThat(name.matches()).as("%s: NNNN-words-of-the-title.md", record).isTrue();
    List<String> lines = Files.readAllLines(record);

    assertThat(lines.get(0)).as("%s: title with the number of the file", record).startsWith("# " + name.group(1) + " ");
    assertThat(slug(lines.get(0))).as("%s: file name = title", record).isEqualTo(record.getFileName().toString());
    assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .as("%s: headings", record)
        .containsExactlyElementsOf(HEADINGS);
    assertThat(lines).as("%s: one screen", record).hasSizeLessThanOrEqualTo(LONGEST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void a_record_is_confirmed_by_tests_that_exist(Path record) throws IOException {
    String text = Files.readString(record);
    int from = text.indexOf("## Confirmation");
    int to = text.indexOf("## Source");
    assertThat(from).as("%s has no Confirmation before its Source", record).isBetween(0, to);
    var named = new TreeSet<String>();
    TEST_NAME.matcher(text.substring(from, to)).results().forEach(match -> named.add(match.group(1)));

    assertThat(named).as("%s: Confirmation names at least one test, as `SomethingTest`", record).isNotEmpty();
    named.removeAll(tests);
    assertThat(named).as("%s: tests that Confirmation names and src/test/java does not have", record).isEmpty();
  }

  @Test
  void numbers_run_without_gaps() throws IOException {
    var numbers = new ArrayList<String>();
    for (Path record : records()) {
      numbers.add(record.getFileName().toString().substring(0, 4));
    }
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo("%04d".formatted(i + 1));
    }
  }

  @Test
  void every_record_that_the_code_mentions_exists() throws IOException {
    var mentioned = new TreeSet<String>();
    var mention = Pattern.compile("src/docs/adr/(\\d{4})");
    var places = new ArrayList<Path>(List.of(Path.of("pom.xml"), Path.of("README.md")));
    for (String folder : List.of("src/main/java", "src/main/resources", "src/test/java")) {
      try (var files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|js|css)")).forEach(places::add);
      }
    }
    for (Path place : places) {
      mention.matcher(Files.readString(place)).results().forEach(match -> mentioned.add(match.group(1)));
    }

    assertThat(records().stream().map(record -> record.getFileName().toString().substring(0, 4)).toList())
        .containsAll(mentioned);
  }

  private static String slug(String title) {
    return title.substring(2).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".md";
  }

  private static Set<String> testClasses() {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
