package org.fingerpost.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the README and the glossary state as facts, held against the files they speak of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path GLOSSARY = Path.of("src/docs/glossary.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

  @Test
  void the_first_screen_says_what_it_is_and_how_to_run_it() throws IOException {
    var headings = Files.readAllLines(README).stream().filter(line -> line.startsWith("#")).toList();

    assertThat(headings.get(0)).startsWith("# Fingerpost");
    assertThat(headings)
        .containsSubsequence(
            "## Run it", "## See it work", "## Check it", "## Package", "## Own database", "## Not yet");
  }

  @Test
  void every_link_to_a_file_leads_to_one() throws IOException {
    var broken = new TreeSet<String>();
    var documents = new ArrayList<Path>(List.of(README));
    try (var files = Files.walk(Path.of("src/docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    for (Path document : documents) {
      Path folder = document.getParent() == null ? Path.of("") : document.getParent();
      LINK.matcher(Files.readString(document))
          .results()
          .map(match -> match.group(1))
          .filter(target -> !target.matches("^(https?|mailto):.*"))
          .filter(target -> !Files.exists(folder.resolve(target)))
          .forEach(target -> broken.add(document + " -> " + target));
    }

    assertThat(broken).as("Links to files that do not exist").isEmpty();
  }

  @Test
  void versions_and_the_jar_are_those_of_the_pom() throws IOException {
    String readme = Files.readString(README);
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(readme)
        .contains("JDK " + value(pom, "java.version"))
        .contains("target/" + value(pom, "finalName") + ".jar")
        .contains("Camunda " + value(pom, "camunda.version"));
  }

  @Test
  void every_banned_word_of_the_glossary_stays_out_of_labels() throws IOException {
    var banned = bannedWords();
    assertThat(banned).as("The glossary's table \"Not these words\"").isNotEmpty();
    var found = new TreeSet<String>();
    for (Path file : labelFiles()) {
      String text = Files.readString(file);
      for (var word : banned.entrySet()) {
        if (Pattern.compile("(?im)" + (file.toString().endsWith(".properties") ? "^[^#=]+=.*" : "name=\"[^\"]*")
                + "\\b" + Pattern.quote(word.getKey()) + "s?\\b")
            .matcher(text)
            .find()) {
          found.add("%s: \"%s\"; say \"%s\"".formatted(file, word.getKey(), word.getValue()));
        }
      }
    }

    assertThat(found).as("Words that the glossary does not allow in what people see").isEmpty();
  }

  /** English bundles and the names in models: what people read. */
  private static List<Path> labelFiles() throws IOException {
    var labels = new ArrayList<Path>();
    for (String folder : List.of("src/main/resources/messages", "bpmn", "dmn")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (var files = Files.walk(Path.of(folder))) {
          files
              .filter(file -> file.toString().matches(".*(_en\\.properties|\\.bpmn|\\.dmn)"))
              .sorted()
              .forEach(labels::add);
        }
      }
    }
    return labels;
  }

  private static Map<String, String> bannedWords() throws IOException {
    var banned = new TreeMap<String, String>();
    String text = Files.readString(GLOSSARY);
    String table = text.substring(text.indexOf("## Not these words"));
    Pattern.compile("(?m)^\\| ([^|]+?) \\| ([^|]+?) \\| [^|]* \\|$")
        .matcher(table)
        .results()
        .filter(row -> !row.group(1).startsWith("Not") && !row.group(1).startsWith("-"))
        .forEach(row -> banned.put(row.group(1), row.group(2)));
    return banned;
  }

  private static String value(String pom, String element) {
    var matcher = Pattern.compile("<" + Pattern.quote(element) + ">([^<]+)<").matcher(pom);
    assertThat(matcher.find()).as("<%s> in pom.xml", element).isTrue();
    return matcher.group(1);
  }
}
