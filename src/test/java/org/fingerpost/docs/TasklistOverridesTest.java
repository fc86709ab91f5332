package org.fingerpost.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Our files stand in front of Tasklist's own. When Tasklist changes, or a model gets a task, this says what has no words
 * yet. What the pages look like is for the browser tests.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TasklistOverridesTest {

  private static final String TASKLIST = "META-INF/resources/webjars/camunda/app/tasklist/";
  private static final Path OURS = Path.of("src/main/resources", TASKLIST);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%d|%s");
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  /** English words that are Welsh words too, names, and signs. */
  private static final Set<String> SAME_IN_WELSH =
      Set.of(
          "labels.APP_VENDOR",
          "labels.COCKPIT_APP",
          "labels.DIAGRAM",
          "labels.FILTER_VARIABLE_LABEL",
          "labels.SEARCH_LESS_THAN",
          "labels.SEARCH_LESS_THAN_EQUALS",
          "labels.SEARCH_GREATER_THAN",
          "labels.SEARCH_GREATER_THAN_EQUALS");

  private final Map<String, String> original = words(originalOf("locales/en.json"));
  private final Map<String, String> english = words(ours("locales/en.json"));
  private final Map<String, String> welsh = words(ours("locales/cy.json"));

  @Test
  void every_word_of_Tasklist_has_an_English_and_a_Welsh_one_with_the_same_placeholders() {
    for (var language : Map.of("en.json", english, "cy.json", welsh).entrySet()) {
      assertThat(language.getValue().keySet())
          .as("Keys of %s: the same as in the webjar, or Tasklist shows a raw key", language.getKey())
          .containsExactlyInAnyOrderElementsOf(original.keySet());
      language
          .getValue()
          .forEach(
              (key, text) ->
                  assertThat(placeholders(text))
                      .as("Placeholders of %s in %s: \"%s\"", key, language.getKey(), text)
                      .isSubsetOf(placeholders(original.get(key)))
                      .containsAll(
                          key.startsWith("labels.") ? placeholders(original.get(key)) : Set.of()));
    }
  }

  @Test
  void Welsh_is_Welsh() {
    var untranslated =
        english.keySet().stream()
            .filter(key -> key.startsWith("labels."))
            .filter(key -> !english.get(key).isEmpty() && !SAME_IN_WELSH.contains(key))
            .filter(key -> english.get(key).equals(welsh.get(key)) || original.get(key).equals(welsh.get(key)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(untranslated).as("Labels of cy.json that are still English").isEmpty();
    assertThat(welsh).containsEntry("labels.CLAIM_TASK", "Cymryd y dasg hon");
  }

  @Test
  void nobody_is_told_to_move_to_another_product() {
    assertThat(english.values()).noneMatch(text -> text.contains("Camunda"));
    assertThat(welsh.values()).noneMatch(text -> text.contains("Camunda"));
  }

  @Test
  void the_settings_know_both_languages_and_our_script() throws IOException {
    String config = Files.readString(OURS.resolve("scripts/config.js"));

    assertThat(config)
        .contains("const LANGUAGES = ['en', 'cy'];")
        .contains("const FALLBACK = 'en';")
        .contains("vendor: 'Fingerpost'")
        .contains("customScripts: ['scripts/ext/fingerpost']")
        .contains("csrfCookieName: 'XSRF-TOKEN'")
        .contains("disableWelcomeMessage: true");
    assertThat(OURS.resolve("scripts/ext/fingerpost.js")).isRegularFile();
  }

  @Test
  void every_shortcut_is_one_that_Tasklist_knows() throws IOException {
    var shortcut = Pattern.compile("(?m)^ {4}(\\w+): \\{\\R {6}key: '([^']+)'");
    var known = shortcuts(shortcut, text(originalOf("scripts/config.js")));
    var kept = shortcuts(shortcut, Files.readString(OURS.resolve("scripts/config.js")));

    assertThat(kept).isNotEmpty();
    assertThat(known).containsAllEntriesOf(kept);
    assertThat(kept).as("Starting a process is not for Tasklist").doesNotContainKey("startProcess");
  }

  @Test
  void every_process_and_every_task_has_a_Welsh_name() throws Exception {
    String script = Files.readString(OURS.resolve("scripts/ext/fingerpost.js"));
    var nameless = new TreeSet<String>();
    for (Path model : models()) {
      for (String name : names(model)) {
        if (!script.contains("'" + name.replace("'", "\\'") + "': '")) {
          nameless.add(name + " (" + model + ")");
        }
      }
    }

    assertThat(nameless).as("Add to WELSH_NAMES in scripts/ext/fingerpost.js").isEmpty();
  }

  @Test
  void no_draft_of_a_form_stays_in_the_browser() throws IOException {
    assertThat(Files.readString(OURS.resolve("scripts/ext/fingerpost.js")))
        .contains("const DRAFT = /^(camunda-form|camForm):/;")
        .contains("Storage.prototype.setItem = function");
    assertThat(Files.readString(OURS.resolve("styles/user-styles.css")))
        .contains(".form-actions > button[ng-click=\"save($event)\"]");
  }

  private static Map<String, String> shortcuts(Pattern shortcut, String config) {
    var found = new TreeMap<String, String>();
    shortcut.matcher(config).results().forEach(match -> found.put(match.group(1), match.group(2)));
    return found;
  }

  private static List<Path> models() throws IOException {
    if (!Files.isDirectory(Path.of("bpmn"))) {
      return List.of();
    }
    try (var files = Files.walk(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  private static List<String> names(Path model) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var document = factory.newDocumentBuilder().parse(model.toFile());
    var names = new ArrayList<String>();
    for (String kind : List.of("process", "userTask")) {
      var elements = document.getElementsByTagNameNS(BPMN, kind);
      for (int i = 0; i < elements.getLength(); i++) {
        names.add(((Element) elements.item(i)).getAttribute("name"));
      }
    }
    return names;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group().replace(" ", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All texts of a locale file by path, such as {@code labels.CLAIM_TASK} and {@code dateLocales.months.0}. */
  private static Map<String, String> words(URL file) {
    var words = new LinkedHashMap<String, String>();
    try {
      collect("", new ObjectMapper().readTree(text(file)), words);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
    return words;
  }

  private static void collect(String path, JsonNode node, Map<String, String> words) {
    if (node.isValueNode()) {
      words.put(path, node.asText());
    }
    node.properties()
        .forEach(
            field ->
                collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), words));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "." + i, node.get(i), words);
    }
  }

  /** The webjar's files begin with a byte order mark. */
  private static String text(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      String text = new String(in.readAllBytes(), UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }

  private static URL ours(String file) {
    try {
      return OURS.resolve(file).toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL originalOf(String file) {
    try {
      return Collections.list(TasklistOverridesTest.class.getClassLoader().getResources(TASKLIST + file)).stream()
          .filter(url -> url.toString().contains("camunda-webapp-webjar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The webjar has no " + file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
