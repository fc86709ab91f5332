package org.fingerpost.models;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/**
 * What a form asks is what its Java record holds, field by field: {@code
 * forms/record-first-contact.form} and the record {@code RecordFirstContactForm} of some module's
 * {@code process} package. A field that no record knows would be refused at the front door, in the
 * middle of somebody's work.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormContractTest {

  /** What a field's answer can be read as. */
  private static final Map<String, Set<Class<?>>> TYPES =
      Map.of(
          "number", Set.of(Integer.class, Long.class),
          "checkbox", Set.of(Boolean.class),
          "checklist", Set.of(List.class));

  static Stream<Path> forms() {
    return ModelFiles.forms().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_form_asks_what_its_record_holds(Path file) throws Exception {
    Class<?> answers = recordOf(file);
    List<JsonNode> inputs = inputs(file);

    var asked =
        inputs.stream()
            .map(input -> input.path("key").asText())
            .collect(toCollection(TreeSet::new));
    var held =
        Arrays.stream(answers.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(toCollection(TreeSet::new));
    assertThat(asked)
        .as(
            "%s asks on the left, %s holds on the right: rename or add a field in one of them",
            file, answers.getSimpleName())
        .isEqualTo(held);

    for (JsonNode input : inputs) {
      RecordComponent component =
          Arrays.stream(answers.getRecordComponents())
              .filter(candidate -> candidate.getName().equals(input.path("key").asText()))
              .findFirst()
              .orElseThrow();
      Class<?> type = component.getType();
      boolean hidden = input.has("conditional");
      assertThat(type.isPrimitive())
          .as(
              "%s of %s cannot be a %s: an empty field, or one that is hidden, is not sent at all"
                  + " (hidden here: %s)",
              component.getName(), answers.getSimpleName(), type, hidden)
          .isFalse();
      Set<Class<?>> fitting = TYPES.get(input.path("type").asText());
      if (fitting != null) {
        assertThat(fitting)
            .as(
                "%s of %s: what a %s sends",
                component.getName(), answers.getSimpleName(), input.path("type").asText())
            .contains(type);
      }
    }
  }

  private static List<JsonNode> inputs(Path file) {
    return StreamSupport.stream(ModelFiles.form(file).path("components").spliterator(), false)
        .filter(component -> component.has("key"))
        .filter(component -> !component.path("disabled").asBoolean())
        .toList();
  }

  private static Class<?> recordOf(Path file) throws IOException, ClassNotFoundException {
    String camel = ModelFiles.camel(ModelFiles.stem(file));
    String name = Character.toUpperCase(camel.charAt(0)) + camel.substring(1) + "Form";
    var found = new ArrayList<String>();
    var reader = new CachingMetadataReaderFactory();
    for (var resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:org/fingerpost/*/process/**/*.class")) {
      String className = reader.getMetadataReader(resource).getClassMetadata().getClassName();
      if (className.matches(".*[.$]" + name)) {
        found.add(className);
      }
    }
    assertThat(found)
        .as(
            "%s needs exactly one record named %s in the process package of its module, which says"
                + " what the form's answers are",
            file, name)
        .hasSize(1);
    Class<?> answers = Class.forName(found.get(0));
    assertThat(answers.isRecord()).as("%s is a record", found.get(0)).isTrue();
    return answers;
  }
}
