package org.fingerpost.audit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fingerpost.models.ModelFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of every table says why it is there, in both languages: that is what an explained decision rests on. */
@Tag("fast")
class RuleWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_rule_of_every_table_has_its_words(String language) throws IOException {
    var said = said(language);
    var wordless = new ArrayList<String>();
    int rules = 0;
    for (var file : ModelFiles.decisions()) {
      var key = file.getFileName().toString().replace(".dmn", "");
      var table = DecisionTable.read(Files.readString(file), key).orElseThrow();
      for (var rule : table.rules()) {
        rules++;
        var reason = table.answers(rule).get("reasonCode");
        if (List.of("audit.rule." + key + "." + rule.id(), "kitemark.rule." + rule.id(), "route-reason." + reason).stream()
            .noneMatch(said::contains)) {
          wordless.add(key + "." + rule.id());
        }
      }
    }
    assertThat(rules).isGreaterThan(280);
    assertThat(wordless).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_fact_and_every_answer_of_every_table_has_a_name(String language) throws IOException {
    var said = said(language);
    var nameless = new TreeSet<String>();
    for (var file : ModelFiles.decisions()) {
      var table = DecisionTable.read(Files.readString(file), file.getFileName().toString().replace(".dmn", "")).orElseThrow();
      Stream.concat(table.inputs().stream().map(DecisionTable.Input::fact), table.outputs().stream())
          .filter(name -> !said.contains("audit.fact." + name) && !said.contains("audit.detail." + name))
          .forEach(nameless::add);
    }
    assertThat(nameless).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void there_are_no_words_for_a_rule_that_is_gone(String language) throws IOException {
    var rules = new ArrayList<String>();
    for (var file : ModelFiles.decisions()) {
      var key = file.getFileName().toString().replace(".dmn", "");
      DecisionTable.read(Files.readString(file), key).orElseThrow().rules().forEach(rule -> rules.add("audit.rule." + key + "." + rule.id()));
    }
    assertThat(said(language)).filteredOn(one -> one.startsWith("audit.rule.")).isSubsetOf(rules);
  }

  private static Set<String> said(String language) throws IOException {
    var all = new Properties();
    for (var bundle : List.of("audit", "kitemark", "eligibility")) {
      try (var file =
          Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
        all.load(file);
      }
    }
    return all.stringPropertyNames();
  }
}
