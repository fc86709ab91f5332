package org.fingerpost.workbench.check;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.platform.engine.Given;
import org.fingerpost.platform.engine.MayBeEmpty;
import org.fingerpost.platform.engine.ProcessVariable;
import org.fingerpost.platform.engine.Proposes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the program offers to models and expects of them: its delegates, the messages it sends, the variables it has agreed on, the
 * records its forms' answers fit into, the facts it gathers for each table and the answers it understands.
 *
 * <p>Read from the program itself: its contract classes ({@code ..journey..}), its delegates and form records ({@code ..process..}),
 * and the models it came with, which its tests hold against its code. So nobody keeps a list that could be forgotten.
 */
final class Program {

  private static final String CLASSES = "classpath*:org/fingerpost/*/";

  /**
   * One column of a table as the program knows it.
   *
   * @param values its predefined values as written in the table, or {@code null}
   * @param zero whether the program's own table answers 0 somewhere in it
   */
  record Column(String type, String values, boolean zero) {

    /** What either of two variants of a table knows. */
    private Column or(Column other) {
      String both = values;
      if (values != null && other.values != null && type.equals("string")) {
        var codes = codes(values);
        codes.addAll(codes(other.values));
        both = String.join(",", codes);
      } else if (values == null) {
        both = other.values;
      }
      return new Column(type, both, zero || other.zero);
    }
  }

  /**
   * A decision that Java asks.
   *
   * @param collects whether Java takes all rows that match, or the one
   */
  record Table(boolean collects, Map<String, Column> facts, Map<String, Column> answers) {}

  private static final Program HERE = new Program();

  private final Map<String, Class<?>> delegates = new TreeMap<>();
  private final Map<String, Class<?>> forms = new TreeMap<>();
  private final Set<String> messages = new TreeSet<>();
  private final Map<String, Map<String, Class<?>>> variables = new TreeMap<>();
  private final Map<String, Class<?>> anyVariable = new TreeMap<>();
  private final Map<String, Set<String>> writes = new HashMap<>();
  private final Map<String, Set<String>> reads = new HashMap<>();
  private final Map<String, Set<String>> given = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> givenAt = new HashMap<>();
  private final Map<String, Set<String>> mayBeEmpty = new HashMap<>();
  private final Map<String, Set<String>> passed = new HashMap<>();
  private final Map<String, Table> tables = new TreeMap<>();
  private final Set<String> own = new TreeSet<>();

  private Program() {
    try {
      readDelegates();
      readForms();
      readContracts();
      readModels();
      // FEEL takes a second to come up, which is no model's fault.
      FormChecks.isReadable("true");
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("The program cannot read itself", e);
    }
  }

  static Program here() {
    return HERE;
  }

  // ---- what checks ask

  Set<String> delegates() {
    return this.delegates.keySet();
  }

  Optional<EndsReferral> ending(String delegate) {
    return annotation(delegate, EndsReferral.class);
  }

  Optional<Proposes> proposing(String delegate) {
    return annotation(delegate, Proposes.class);
  }

  Set<String> messages() {
    return messages;
  }

  /** What kind of value a variable holds, by the contract of its process, or of any; empty if the program knows no such variable. */
  Optional<Class<?>> kindOf(String process, String variable) {
    return Optional.<Class<?>>ofNullable(variables.getOrDefault(process, Map.of()).get(variable))
        .or(() -> Optional.ofNullable(anyVariable.get(variable)));
  }

  /** What the program hands to a process when it starts it or sends it a message. */
  Set<String> givenTo(String process) {
    return given.getOrDefault(process, Set.of());
  }

  /** What a delegate or form writes, or empty if the program has no step with it. */
  Optional<Set<String>> writtenBy(String delegateOrForm) {
    return Optional.ofNullable(writes.get(delegateOrForm));
  }

  /** What a delegate or form reads. */
  Set<String> readBy(String delegateOrForm) {
    return reads.getOrDefault(delegateOrForm, Set.of());
  }

  /** What the program's own models pass to a process when they call it. */
  Set<String> passedTo(String process) {
    return passed.getOrDefault(process, Set.of());
  }

  /** Whether a variable may be read before anybody has written it. */
  boolean mayBeEmpty(String process, String variable) {
    return mayBeEmpty.getOrDefault(process, Set.of()).contains(variable);
  }

  /** What the program brings with an event of a process. */
  Set<String> givenAt(String process, String event) {
    return givenAt.getOrDefault(process, Map.of()).getOrDefault(String.valueOf(event), Set.of());
  }

  /** What the program brings with any event of a process. */
  Set<String> givenAtAnyTime(String process) {
    var all = new TreeSet<String>();
    givenAt.getOrDefault(process, Map.of()).values().forEach(all::addAll);
    return all;
  }

  Optional<Class<?>> answersOf(String form) {
    return Optional.ofNullable(forms.get(form));
  }

  /** Whether the program could not work without a model: it came with it. */
  boolean needs(String file) {
    return own.contains(file);
  }

  Optional<Table> table(String decision) {
    return Optional.ofNullable(tables.get(decision));
  }

  // ---- reading

  private <A extends java.lang.annotation.Annotation> Optional<A> annotation(String delegate, Class<A> type) {
    return Optional.ofNullable(this.delegates.get(delegate)).map(known -> known.getAnnotation(type));
  }

  private void readDelegates() throws IOException, ClassNotFoundException {
    for (Class<?> type : classes("process/**/*Delegate.class")) {
      if (JavaDelegate.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        String name = type.getSimpleName();
        delegates.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), type);
      }
    }
  }

  private void readForms() throws IOException, ClassNotFoundException {
    for (Class<?> type : classes("process/**/*Form.class")) {
      if (type.isRecord()) {
        String name = type.getSimpleName().replaceFirst("Form$", "");
        forms.put(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT), type);
      }
    }
  }

  private void readContracts() throws IOException, ReflectiveOperationException {
    for (Class<?> contract : classes("journey/*.class")) {
      String process = null;
      var held = new TreeMap<String, Class<?>>();
      for (var field : contract.getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        Object value = field.get(null);
        if (value instanceof ProcessVariable<?> variable) {
          held.put(variable.name(), variable.type());
        } else if (value instanceof String text && field.getName().startsWith("MESSAGE_")) {
          messages.add(text);
        } else if (value instanceof String text && field.getName().equals("PROCESS_ID")) {
          process = text;
        }
      }
      anyVariable.putAll(held);
      if (process != null) {
        variables.put(process, held);
        readPromises(process, contract);
      }
    }
  }

  /** What a contract says of when its variables are there. */
  private void readPromises(String process, Class<?> contract) throws ReflectiveOperationException {
    for (var field : contract.getFields()) {
      if (!(Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof ProcessVariable<?> variable)) {
        continue;
      }
      if (field.isAnnotationPresent(MayBeEmpty.class)) {
        mayBeEmpty.computeIfAbsent(process, key -> new TreeSet<>()).add(variable.name());
      }
      var brought = field.getAnnotation(Given.class);
      if (brought != null && brought.at().length == 0) {
        given.computeIfAbsent(process, key -> new TreeSet<>()).add(variable.name());
      } else if (brought != null) {
        for (String event : brought.at()) {
          givenAt.computeIfAbsent(process, key -> new HashMap<>()).computeIfAbsent(event, key -> new TreeSet<>()).add(variable.name());
        }
      }
    }
  }

  private static Collection<Class<?>> classes(String pattern) throws IOException, ClassNotFoundException {
    var found = new HashSet<Class<?>>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES + pattern)) {
      String path = file.getURL().toString();
      String name = path.substring(path.lastIndexOf("org/fingerpost/"), path.length() - ".class".length()).replace('/', '.');
      if (!name.endsWith("package-info")) {
        found.add(Class.forName(name, false, Program.class.getClassLoader()));
      }
    }
    return found;
  }

  private void readModels() throws IOException {
    for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:models/*/**/*.*")) {
      String url = file.getURL().toString();
      String[] path = url.substring(url.lastIndexOf("/models/") + "/models/".length()).split("/");
      if (path.length == 2) {
        own.add(path[0] + '/' + path[1]);
      }
      byte[] bytes = file.getContentAsByteArray();
      if (url.endsWith(".bpmn")) {
        process(Models.stem(url), bytes);
      } else if (url.endsWith(".dmn")) {
        decisions(bytes);
      }
    }
  }

  private void process(String id, byte[] bytes) {
    var model = Models.process(bytes);
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      var written = Models.listed(element, "writes");
      String by = element instanceof UserTask task ? task.getCamundaFormRef() : VariableUse.delegateOf(element);
      if (by != null) {
        reads.computeIfAbsent(by, key -> new TreeSet<>()).addAll(Models.listed(element, "reads"));
        writes.computeIfAbsent(by, key -> new TreeSet<>()).addAll(written);
      }
    }
    var unwritten = new TreeSet<>(VariableUse.reads(model).keySet());
    unwritten.removeAll(VariableUse.writes(model).keySet());
    given.computeIfAbsent(id, key -> new TreeSet<>()).addAll(unwritten);
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      passed.computeIfAbsent(call.getCalledElement(), key -> new TreeSet<>()).addAll(VariableUse.passedBy(call).keySet());
    }
  }

  private void decisions(byte[] bytes) {
    for (Decision decision : Models.decision(bytes).getModelElementsByType(Decision.class)) {
      for (DecisionTable table : decision.getChildElementsByType(DecisionTable.class)) {
        var known =
            tables.computeIfAbsent(
                decision.getId(),
                key ->
                    new Table(
                        table.getHitPolicy() == org.camunda.bpm.model.dmn.HitPolicy.COLLECT, new TreeMap<>(), new TreeMap<>()));
        table
            .getInputs()
            .forEach(
                input ->
                    known.facts.merge(
                        input.getInputExpression().getText().getTextContent().trim(),
                        new Column(
                            input.getInputExpression().getTypeRef(),
                            input.getInputValues() == null ? null : input.getInputValues().getTextContent().trim(),
                            false),
                        Column::or));
        var outputs = java.util.List.copyOf(table.getOutputs());
        for (int i = 0; i < outputs.size(); i++) {
          int column = i;
          boolean zero =
              table.getRules().stream()
                  .map(rule -> java.util.List.copyOf(rule.getOutputEntries()).get(column).getTextContent().trim())
                  .anyMatch("0"::equals);
          var output = outputs.get(i);
          known.answers.merge(
              output.getName(),
              new Column(
                  output.getTypeRef(),
                  output.getOutputValues() == null ? null : output.getOutputValues().getTextContent().trim(),
                  zero),
              Column::or);
        }
      }
    }
  }

  /** The codes in a list of predefined values. */
  static Set<String> codes(String values) {
    if (values == null) {
      return Set.of();
    }
    var codes = new java.util.LinkedHashSet<String>();
    Arrays.stream(values.split(",")).map(String::trim).filter(code -> !code.isEmpty()).forEach(codes::add);
    return codes;
  }
}
