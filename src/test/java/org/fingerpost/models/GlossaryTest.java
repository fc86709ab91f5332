package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One word for one idea, in everything that people read: the words are those of {@code
 * src/docs/glossary.md}.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GlossaryTest {

  private static final Map<Pattern, String> BANNED =
      Map.of(
          word("patients?"), "person",
          word("clients?"), "person",
          word("service[ -]users?"), "person",
          word("beneficiar(y|ies)"), "person",
          word("case ?workers?"), "link worker",
          word("navigators?"), "link worker",
          word("interventions?"), "activity");

  @Test
  void processes_decisions_and_forms_use_the_words_of_the_glossary() {
    var texts = new LinkedHashMap<String, String>();
    for (Path file : ModelFiles.processes()) {
      var model = ModelFiles.process(file);
      model
          .getModelElementsByType(FlowElement.class)
          .forEach(e -> put(texts, file + " " + e.getId(), e.getName()));
      model
          .getModelElementsByType(Documentation.class)
          .forEach(
              e ->
                  put(
                      texts,
                      file + " documentation of " + e.getParentElement().getAttributeValue("id"),
                      e.getTextContent()));
    }
    for (Path file : ModelFiles.decisions()) {
      var model = ModelFiles.decision(file);
      model
          .getModelElementsByType(NamedElement.class)
          .forEach(e -> put(texts, file + " " + e.getId(), e.getName()));
      model
          .getModelElementsByType(Description.class)
          .forEach(
              e ->
                  put(
                      texts,
                      file + " description of " + e.getParentElement().getAttributeValue("id"),
                      e.getTextContent()));
    }
    for (Path file : ModelFiles.forms()) {
      for (JsonNode component : ModelFiles.form(file).path("components")) {
        for (String words : List.of("label", "description", "text")) {
          put(texts, file + " " + component.path("id").asText(), component.path(words).asText());
        }
      }
    }
    assertThat(banned(texts)).isEmpty();
  }

  @Test
  void english_messages_use_the_words_of_the_glossary() throws IOException {
    var texts = new LinkedHashMap<String, String>();
    Path folder = Path.of("src/main/resources/messages");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            (Iterable<Path>)
                files.filter(f -> f.toString().endsWith("_en.properties")).sorted()::iterator) {
          var messages = new Properties();
          messages.load(new StringReader(Files.readString(file)));
          messages.forEach((key, text) -> put(texts, file + " " + key, (String) text));
        }
      }
    }
    assertThat(banned(texts)).isEmpty();
  }

  private static List<String> banned(Map<String, String> texts) {
    var findings = new ArrayList<String>();
    texts.forEach(
        (where, text) ->
            BANNED.forEach(
                (word, instead) -> {
                  var match = word.matcher(text);
                  if (match.find()) {
                    findings.add(
                        "%s: write \"%s\" instead of \"%s\""
                            .formatted(where, instead, match.group()));
                  }
                }));
    return findings;
  }

  private static void put(Map<String, String> texts, String where, String text) {
    if (text != null) {
      texts.merge(where, text, (one, other) -> one + " " + other);
    }
  }

  private static Pattern word(String word) {
    return Pattern.compile("(?i)\\b" + word + "\\b");
  }
}
