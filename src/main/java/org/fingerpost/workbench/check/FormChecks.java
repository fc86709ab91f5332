package org.fingerpost.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * Forms: rules 16 to 18 of {@code src/docs/models/style.md} (Tasklist 7.24 shows forms with form-js 1.8.7, which shows nothing of a
 * form that is newer), and that each field has a home in the program's record of the form's answers.
 */
final class FormChecks {

  private static final Set<String> COMPONENTS =
      Set.of(
          "text", "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "datetime", "separator", "spacer");
  private static final Pattern TWO_LANGUAGES =
      Pattern.compile("=if lang = \"cy\" then \"[^\"]+\" else \"([^\"]+)\"");
  private static final Pattern INLINE =
      Pattern.compile("\\{\\{(if lang = \"cy\" then \"[^\"]+\" else \"[^\"]+\"|[a-z][A-Za-z0-9]*)}}");
  private static final Pattern MADE_UP = Pattern.compile("(Field|Row|Form)_.*");
  private static final int LONGEST_CONDITION = 2_000;

  /** What a field's answer can be read as. */
  private static final Map<String, Set<Class<?>>> TYPES =
      Map.of(
          "number", Set.of(Integer.class, Long.class),
          "checkbox", Set.of(Boolean.class),
          "checklist", Set.of(List.class));

  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  private final Findings findings;
  private final JsonNode form;

  FormChecks(Findings findings, JsonNode form) {
    this.findings = findings;
    this.form = form;
  }

  /** How the form reads and shows. */
  void style() {
    String stem = findings.stem();
    if (!stem.equals(form.path("id").asText())) {
      findings.addOfFile(Check.FORM_FILE);
    }
    if (form.path("schemaVersion").asInt() != 16
        || !"Camunda Platform".equals(form.path("executionPlatform").asText())
        || form.has("versionTag")) {
      findings.addOfFile(Check.FORM_FORMAT);
    }
    JsonNode first = form.path("components").path(0);
    if (!"text".equals(first.path("type").asText()) || !TWO_LANGUAGES.matcher(first.path("text").asText()).matches()) {
      findings.addOfFile(Check.FORM_BEGIN);
    }
    var keys = new HashSet<String>();
    var lists = new HashSet<String>();
    for (JsonNode component : components().values()) {
      component(component);
      if (component.has("key") && !keys.add(component.path("key").asText())) {
        findings.add(Check.FIELD_TWICE, idOf(component), nameOf(component), component.path("key").asText());
      }
      lists.add(component.path("valuesKey").asText());
    }
    keys.retainAll(lists);
    keys.forEach(key -> findings.add(Check.FIELD_LIST, key, key));
  }

  /** Every component, those in groups too, in order. */
  private Map<String, JsonNode> components() {
    var all = new LinkedHashMap<String, JsonNode>();
    collect(form.path("components"), "", all);
    return all;
  }

  private static void collect(JsonNode components, String path, Map<String, JsonNode> all) {
    int number = 0;
    for (JsonNode component : components) {
      String here = path + '/' + number++;
      all.put(here, component);
      if (component.path("components").isArray()) {
        collect(component.path("components"), here, all);
      }
    }
  }

  private void component(JsonNode component) {
    findings.goOn();
    String id = idOf(component);
    String name = nameOf(component);
    String type = component.path("type").asText();
    if (!COMPONENTS.contains(type)) {
      findings.add(Check.COMPONENT_KIND, id, name, type);
    }
    if (component.path("id").asText().isEmpty()
        || MADE_UP.matcher(id).matches()
        || MADE_UP.matcher(component.path("layout").path("row").asText()).matches()) {
      findings.add(Check.COMPONENT_ID, id, name);
    }
    // A date has its label under a name of its own.
    String label = type.equals("datetime") ? "dateLabel" : "label";
    for (String words : List.of(label, "description")) {
      String text = component.path(words).asText();
      boolean needed = words.equals(label) && component.has("key");
      if ((needed || !text.isEmpty()) && !TWO_LANGUAGES.matcher(text).matches()) {
        findings.add(Check.COMPONENT_WORDS, id, name, words);
      }
    }
    String text = component.path("text").asText();
    if (type.equals("text") && !TWO_LANGUAGES.matcher(text).matches()) {
      String words = INLINE.matcher(text).replaceAll("").replaceAll("[*:#\\s]", "");
      if (!words.isEmpty()) {
        findings.add(Check.COMPONENT_TEXT, id, name, words);
      }
    }
    if (Set.of("select", "radio", "checklist").contains(type) && (!component.has("valuesKey") || component.has("values"))) {
      findings.add(Check.COMPONENT_OPTIONS, id, name);
    }
    if (component.path("disabled").asBoolean() && component.has("validate")) {
      findings.add(Check.COMPONENT_DISABLED, id, name);
    }
    String hide = component.path("conditional").path("hide").asText();
    if (!hide.isEmpty()
        && (hide.length() > LONGEST_CONDITION || !hide.startsWith("=") || !isReadable(hide.substring(1)))) {
      findings.add(Check.COMPONENT_HIDE, id, name, hide);
    }
  }

  /** Whether FEEL can read an expression. */
  static boolean isReadable(String expression) {
    return FEEL.parseExpression(expression).isSuccess();
  }

  private static String idOf(JsonNode component) {
    return component.path("id").asText(component.path("key").asText("component"));
  }

  /** The English label, else the key, else the id. */
  static String nameOf(JsonNode component) {
    for (String words : List.of("label", "dateLabel", "text")) {
      Matcher both = TWO_LANGUAGES.matcher(component.path(words).asText());
      if (both.matches()) {
        return both.group(1);
      }
    }
    return component.path("label").asText(component.path("key").asText(idOf(component)));
  }

  // ---- a home for each field

  /** What the form asks is what its Java record holds; else it would be refused at the front door, in the middle of somebody's work. */
  void home(Program program, Surroundings around) {
    var answers = program.answersOf(findings.stem()).orElse(null);
    if (answers == null) {
      findings.addOfFile(Check.FORM_HOMELESS);
      return;
    }
    var asked = new HashSet<String>();
    for (JsonNode field : components().values()) {
      if (!field.has("key") || field.path("disabled").asBoolean()) {
        continue;
      }
      String key = field.path("key").asText();
      asked.add(key);
      var component =
          Arrays.stream(answers.getRecordComponents()).filter(held -> held.getName().equals(key)).findFirst().orElse(null);
      if (component == null) {
        findings.add(Check.FIELD_HOMELESS, idOf(field), nameOf(field), key, held(answers));
        continue;
      }
      String type = field.path("type").asText();
      Set<Class<?>> fitting = TYPES.get(type);
      boolean fits =
          fitting == null
              ? TYPES.values().stream().noneMatch(types -> types.contains(component.getType()))
              : fitting.contains(component.getType());
      if (!fits) {
        findings.add(Check.FIELD_TYPE, idOf(field), nameOf(field), key, type);
      }
    }
    for (RecordComponent component : answers.getRecordComponents()) {
      if (!asked.contains(component.getName())) {
        findings.add(
            isRequired(answers, component) ? Check.FIELD_NEEDED : Check.FIELD_DROPPED, component.getName(), component.getName());
      }
    }
    if (around.hasProcesses()
        && around.processes().values().stream()
            .flatMap(process -> process.getModelElementsByType(UserTask.class).stream())
            .noneMatch(task -> findings.stem().equals(task.getCamundaFormRef()))) {
      findings.addOfFile(Check.FORM_UNUSED);
    }
  }

  private static String held(Class<?> answers) {
    return String.join(", ", Arrays.stream(answers.getRecordComponents()).map(RecordComponent::getName).sorted().toList());
  }

  /** Constraints of a record's component are found on its field too, whatever they were declared for. */
  private static boolean isRequired(Class<?> answers, RecordComponent component) {
    try {
      return Arrays.stream(answers.getDeclaredField(component.getName()).getAnnotations())
          .map(Annotation::annotationType)
          .map(Class::getSimpleName)
          .anyMatch(Set.of("NotNull", "NotBlank", "NotEmpty")::contains);
    } catch (NoSuchFieldException e) {
      return false;
    }
  }
}
