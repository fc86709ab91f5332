package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The forms obey rules 16 to 18 of {@code src/docs/models/style.md}. Tasklist 7.24 shows forms with
 * form-js 1.8.7: a component that is newer than that makes the whole form unusable.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormStyleTest {

  private static final Set<String> COMPONENTS =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "datetime",
          "separator",
          "spacer");
  private static final Pattern TWO_LANGUAGES =
      Pattern.compile("=if lang = \"cy\" then \"[^\"]+\" else \"[^\"]+\"");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\{\\{(if lang = \"cy\" then \"[^\"]+\" else \"[^\"]+\"|[a-z][A-Za-z0-9]*)}}");
  private static final Pattern MADE_UP = Pattern.compile("(Field|Row|Form)_.*");
  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  static Stream<Path> forms() {
    return ModelFiles.forms().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_form_speaks_two_languages_and_shows_in_tasklist(Path file) {
    assertThat(Finding.list(check(file, ModelFiles.form(file)))).isEmpty();
  }

  private static List<Finding> check(Path file, JsonNode form) {
    var findings = new ArrayList<Finding>();
    String stem = ModelFiles.stem(file);
    if (!stem.equals(form.path("id").asText())) {
      findings.add(finding(file, stem, 16, "File name and form id are the same."));
    }
    if (form.path("schemaVersion").asInt() != 16
        || !"Camunda Platform".equals(form.path("executionPlatform").asText())
        || form.has("versionTag")) {
      findings.add(
          finding(
              file,
              stem,
              16,
              "Save the form for Camunda Platform 7.24 (schema version 16, no version tag):"
                  + " Tasklist cannot show a newer one."));
    }
    JsonNode first = form.path("components").path(0);
    if (!"text".equals(first.path("type").asText())
        || !TWO_LANGUAGES.matcher(first.path("text").asText()).matches()) {
      findings.add(
          finding(
              file,
              stem,
              17,
              "Begin the form with a text: one sentence that says what to do, in both languages."));
    }
    var keys = new HashSet<String>();
    var lists = new HashSet<String>();
    for (JsonNode component : form.path("components")) {
      component(file, component, findings);
      if (component.has("key") && !keys.add(component.path("key").asText())) {
        findings.add(
            finding(
                file,
                component.path("id").asText(),
                18,
                "Two fields have the key %s.".formatted(component.path("key").asText())));
      }
      lists.add(component.path("valuesKey").asText());
    }
    keys.retainAll(lists);
    keys.forEach(
        key ->
            findings.add(
                finding(
                    file,
                    key,
                    18,
                    "A field and a list cannot share the key %s: the list would become the answer."
                        .formatted(key))));
    return findings;
  }

  private static void component(Path file, JsonNode component, List<Finding> findings) {
    String id = component.path("id").asText();
    String type = component.path("type").asText();
    if (!COMPONENTS.contains(type)) {
      findings.add(
          finding(
              file,
              id,
              16,
              "The component %s is not used here: use one of %s.".formatted(type, COMPONENTS)));
    }
    if (id.isEmpty()
        || MADE_UP.matcher(id).matches()
        || MADE_UP.matcher(component.path("layout").path("row").asText()).matches()) {
      findings.add(
          finding(file, id, 16, "Choose ids for components and rows that say what they are."));
    }
    // A date has its label under a name of its own.
    String label = type.equals("datetime") ? "dateLabel" : "label";
    for (String words : List.of(label, "description")) {
      String text = component.path(words).asText();
      boolean needed = words.equals(label) && component.has("key");
      if ((needed || !text.isEmpty()) && !TWO_LANGUAGES.matcher(text).matches()) {
        findings.add(
            finding(
                file,
                id,
                17,
                "Write the %s in both languages: =if lang = \"cy\" then \"Enw\" else \"Name\"."
                    .formatted(words)));
      }
    }
    String text = component.path("text").asText();
    if (type.equals("text") && !TWO_LANGUAGES.matcher(text).matches()) {
      String words = INLINE.matcher(text).replaceAll("").replaceAll("[*:#\\s]", "");
      if (!words.isEmpty()) {
        findings.add(
            finding(file, id, 17, "These words are in one language only: %s".formatted(words)));
      }
    }
    if (Set.of("select", "radio", "checklist").contains(type)
        && (!component.has("valuesKey") || component.has("values"))) {
      findings.add(
          finding(
              file,
              id,
              18,
              "Take the options from a list that is given in the right language (valuesKey), not"
                  + " from fixed values."));
    }
    if (component.path("disabled").asBoolean() && component.has("validate")) {
      findings.add(
          finding(
              file,
              id,
              18,
              "A disabled field only shows something; nobody can fill it in, so it has no rules."));
    }
    String hide = component.path("conditional").path("hide").asText();
    if (!hide.isEmpty() && FEEL.parseExpression(hide.substring(1)).isFailure()) {
      findings.add(
          finding(file, id, 18, "FEEL cannot read the condition for hiding: %s".formatted(hide)));
    }
  }

  private static Finding finding(Path file, String element, int rule, String advice) {
    return new Finding(file.toString(), element, rule, advice);
  }
}
