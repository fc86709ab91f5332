package org.fingerpost.workbench.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.engine.ModelGuard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The steps that the editor of processes offers: one for each delegate, called as the box that uses it, with the first sentence of the
 * delegate's Javadoc.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ElementTemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/workbench/element-templates.json");
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*class ", Pattern.DOTALL);
  private static final Pattern STEP = Pattern.compile("Step \\{@code (\\w+)} in \\{@code ([a-z-]+)}");

  @Test
  void every_delegate_has_one_template_with_a_name_and_a_sentence() throws IOException {
    var wanted = new TreeMap<String, String>();
    for (Path file : delegates()) {
      String javadoc = javadoc(file);
      String simple = file.getFileName().toString().replace(".java", "");
      String bean = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
      var step = step(javadoc);
      wanted.put(
          "${" + bean + "}",
          step.getName().replaceAll("\\s+", " ") + " | " + sentence(javadoc) + " | bpmn:" + type(step));
    }
    var there = new TreeMap<String, String>();
    for (JsonNode template : new ObjectMapper().readTree(TEMPLATES.toFile())) {
      var property = template.path("properties").path(0);
      assertThat(property.path("type").asText()).isEqualTo("Hidden");
      assertThat(property.path("binding").path("name").asText()).isEqualTo("camunda:delegateExpression");
      String before =
          there.put(
              property.path("value").asText(),
              template.path("name").asText()
                  + " | "
                  + template.path("description").asText()
                  + " | "
                  + template.path("appliesTo").path(0).asText());
      assertThat(before).as("a second template of %s", template.path("id").asText()).isNull();
    }
    assertThat(there).as("%s: bean, name of its box, first sentence of its Javadoc, kind of box", TEMPLATES).isEqualTo(wanted);
    assertThat(wanted.values()).allMatch(said -> Pattern.compile("^[A-Z].+ \\| [A-Z].+\\. \\| bpmn:\\w+$").matcher(said).matches());
  }

  @Test
  void what_a_template_leaves_in_a_model_passes_the_guard() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
          <process id="p"><serviceTask id="s" camunda:delegateExpression="${x}" camunda:modelerTemplate="org.fingerpost.x"/></process>
        </definitions>""";
    assertThat(ModelGuard.check("bpmn/p.bpmn", model.getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
  }

  private static Iterable<Path> delegates() throws IOException {
    var delegates = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Delegate.java")).collect(Collectors.toList())) {
        if (Files.readString(file).contains("implements JavaDelegate")) {
          delegates.add(file);
        }
      }
    }
    return delegates;
  }

  private static String javadoc(Path file) throws IOException {
    var found = JAVADOC.matcher(Files.readString(file));
    assertThat(found.find()).as("%s has a Javadoc", file).isTrue();
    return found.group(1).replaceAll("\\n\\s*\\*", "\n").replaceAll("\\s+", " ").trim();
  }

  private static String sentence(String javadoc) {
    return javadoc.replaceFirst(" <p>.*", "").replaceAll("\\{@(?:code|link) ([^}]*)}", "$1");
  }

  private static FlowNode step(String javadoc) {
    var step = STEP.matcher(javadoc);
    assertThat(step.find()).as(javadoc).isTrue();
    return ModelFiles.process(ModelFiles.PROCESSES.resolve(step.group(2) + ".bpmn")).getModelElementById(step.group(1));
  }

  private static String type(FlowNode step) {
    String name = step.getElementType().getTypeName();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
