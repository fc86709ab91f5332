package org.fingerpost.kitemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.questionnaire.Question;
import org.fingerpost.scheme.KiteMarkLevel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Whatever the tables of the kite mark can say has plain words in both languages, and what they ask for can be answered. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkWordsTest {

  private static final List<String> TABLES =
      List.of("kitemark-risk", "kitemark-evidence", "kitemark-good-practice", "kitemark-level");

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_row_and_every_fact_of_every_table_has_words(String language) throws IOException {
    var needed = new ArrayList<String>();
    for (String table : TABLES) {
      var model = ModelFiles.decision(ModelFiles.DECISIONS.resolve(table + ".dmn"));
      needed.add("kitemark.table." + table);
      model.getModelElementsByType(Rule.class).forEach(rule -> needed.add("kitemark.rule." + rule.getId()));
      model.getModelElementsByType(Input.class).forEach(input -> values(input).forEach(needed::add));
    }
    codes("item.", EvidenceItem.values()).forEach(needed::add);
    codes("condition.", EvidenceItem.values()).forEach(needed::add);
    codes("condition.", MarkAction.values()).forEach(needed::add);
    codes("level.", KiteMarkLevel.values()).forEach(needed::add);
    codes("mode.", ReferralMode.values()).forEach(needed::add);
    codes("kind.", AssessmentKind.values()).forEach(needed::add);
    codes("decision.", AssessmentDecision.values()).forEach(needed::add);
    codes("helpEnded.", HelpEnded.values()).forEach(needed::add);
    assertThat(words(language)).containsAll(needed);
  }

  @Test
  void what_is_asked_for_can_be_answered_in_the_questionnaire() throws IOException {
    String questionnaire = Files.readString(Path.of("src/main/resources/questionnaires/kitemark-1.yaml"));
    for (EvidenceItem item : EvidenceItem.values()) {
      assertThat(ShownEvidence.questions(item))
          .as("questions for %s", item)
          .isNotEmpty()
          .allMatch(key -> questionnaire.contains("key: " + key));
    }
    assertThat(new Yaml().<java.util.Map<String, Object>>load(questionnaire)).containsEntry("id", "kitemark");
    assertThat(Question.Path.values()).hasSize(3);
  }

  private static Stream<String> values(Input input) {
    String name = input.getInputExpression().getText().getTextContent().trim();
    String[] values =
        input.getInputValues() == null
            ? new String[] {"true", "false"}
            : input.getInputValues().getText().getTextContent().replaceAll("[\"\\s]", "").split(",");
    return Arrays.stream(values).map(value -> "kitemark.fact." + name + "." + value);
  }

  private static Stream<String> codes(String prefix, Enum<?>... codes) {
    return Arrays.stream(codes).map(code -> "kitemark." + prefix + code.name());
  }

  private static List<String> words(String language) throws IOException {
    var words = new Properties();
    try (var file =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages/kitemark_" + language + ".properties"), StandardCharsets.UTF_8)) {
      words.load(file);
    }
    return List.copyOf(words.stringPropertyNames());
  }
}
