package org.fingerpost.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fingerpost.workbench.check.Models;

/**
 * Writes what the models say as pages to read: one for each process and each decision, and one for
 * all forms.
 */
final class ModelPages {

  private static final Pattern IN_BRACES = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)[^}]*}");
  private static final Pattern ENGLISH =
      Pattern.compile("=if lang = \"cy\" then \"[^\"]+\" else \"([^\"]+)\"");
  private static final Pattern SHOWN = Pattern.compile("\\{\\{([a-z][A-Za-z0-9]*)}}");
  private static final String WRITTEN =
      "<!-- Written from the models by ModelPagesTest; change the model, not this page. -->\n\n";

  private ModelPages() {}

  /** All pages by file name, in a fixed order. */
  static Map<String, String> all() {
    var pages = new TreeMap<String, String>();
    ModelFiles.processes().forEach(file -> pages.put(ModelFiles.stem(file) + ".md", process(file)));
    ModelFiles.decisions()
        .forEach(file -> pages.put(ModelFiles.stem(file) + ".md", decision(file)));
    pages.put("forms.md", forms());
    return pages;
  }

  private static String process(Path file) {
    BpmnModelInstance model = ModelFiles.process(file);
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    var page = new StringBuilder();
    page.append("# ").append(process.getName()).append("\n\n").append(WRITTEN);
    page.append(documentation(process)).append("\n\n");
    page.append("![%s, drawn](%s.svg)\n\n".formatted(process.getName(), process.getId()));
    page.append(
        "File `%s`, version %s, kept for %s.\n\n"
            .formatted(
                file.toString().replace('\\', '/'),
                process.getCamundaVersionTag(),
                process.getCamundaHistoryTimeToLiveString()));
    byRole(page, model);
    calls(page, model);
    timers(page, model);
    messages(page, model);
    ends(page, model);
    variables(page, model);
    decisionsUsed(page, model);
    return page.toString();
  }

  private static void byRole(StringBuilder page, BpmnModelInstance model) {
    var steps = new LinkedHashMap<String, List<Activity>>();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String groups = task.getCamundaCandidateGroups().replace("-", " ").replace(",", ", ");
      String role =
          task.getCamundaAssignee() == null
              ? groups
              : groups + " (given to the person's link worker)";
      steps
          .computeIfAbsent(
              Character.toUpperCase(role.charAt(0)) + role.substring(1), r -> new ArrayList<>())
          .add(task);
    }
    var own = new ArrayList<Activity>(model.getModelElementsByType(ServiceTask.class));
    own.addAll(model.getModelElementsByType(BusinessRuleTask.class));
    if (!own.isEmpty()) {
      steps.put("Fingerpost itself", own);
    }
    page.append("## Who does what\n");
    steps.forEach(
        (role, activities) -> {
          page.append("\n### ")
              .append(role)
              .append("\n\n| Step | What and why | Id |\n|---|---|---|\n");
          for (Activity activity : activities) {
            String form =
                activity instanceof UserTask task
                    ? " [Form](forms.md#%s)".formatted(task.getCamundaFormRef())
                    : "";
            page.append(
                "| %s | %s%s | `%s` |\n"
                    .formatted(
                        activity.getName(), cell(documentation(activity)), form, activity.getId()));
          }
        });
    page.append('\n');
  }

  private static void calls(StringBuilder page, BpmnModelInstance model) {
    Collection<CallActivity> calls = model.getModelElementsByType(CallActivity.class);
    if (calls.isEmpty()) {
      return;
    }
    page.append(
        "## Phases with a page of their own\n\n"
            + "| Phase | What and why | Goes in | Comes back |\n"
            + "|---|---|---|---|\n");
    for (CallActivity call : calls) {
      page.append(
          "| [%s](%s.md) | %s | %s | %s |\n"
              .formatted(
                  call.getName(),
                  call.getCalledElement(),
                  cell(documentation(call)),
                  codes(in(call)),
                  codes(out(call))));
    }
    page.append('\n');
  }

  private static void timers(StringBuilder page, BpmnModelInstance model) {
    Collection<TimerEventDefinition> timers =
        model.getModelElementsByType(TimerEventDefinition.class);
    if (timers.isEmpty()) {
      return;
    }
    page.append("## Timers\n\n| Timer | Goes off at | What happens then |\n|---|---|---|\n");
    for (TimerEventDefinition timer : timers) {
      var event = (FlowNode) timer.getParentElement();
      page.append(
          "| %s | the time in `%s` | %s |\n"
              .formatted(
                  event.getName(), variable(timer.getTimeDate().getTextContent()), next(event)));
    }
    page.append('\n');
  }

  private static void messages(StringBuilder page, BpmnModelInstance model) {
    Collection<MessageEventDefinition> messages =
        model.getModelElementsByType(MessageEventDefinition.class);
    if (messages.isEmpty()) {
      return;
    }
    page.append("## Messages\n\n| Message | Heard | What happens then |\n|---|---|---|\n");
    for (MessageEventDefinition message : messages) {
      var event = (FlowNode) message.getParentElement();
      String when =
          event instanceof BoundaryEvent boundary
              ? "while \"%s\" is open".formatted(boundary.getAttachedTo().getName())
              : event.getParentElement() instanceof SubProcess
                  ? "at any time"
                  : "when the process waits for it";
      page.append(
          "| `%s` (%s) | %s | %s |\n"
              .formatted(message.getMessage().getName(), event.getName(), when, next(event)));
    }
    for (SubProcess part : model.getModelElementsByType(SubProcess.class)) {
      page.append("\n**%s.** %s\n".formatted(part.getName(), documentation(part)));
    }
    page.append('\n');
  }

  private static void ends(StringBuilder page, BpmnModelInstance model) {
    page.append("## How it can end\n\n");
    model
        .getModelElementsByType(EndEvent.class)
        .forEach(end -> page.append("- %s (`%s`)\n".formatted(end.getName(), end.getId())));
    page.append('\n');
  }

  /**
   * Direction as seen from the process: what it reads to find its way, what its steps write, what
   * goes in and comes out.
   */
  private static void variables(StringBuilder page, BpmnModelInstance model) {
    var written = new TreeMap<String, Set<String>>();
    var read = new TreeMap<String, Set<String>>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      listed(element, "writes").forEach(name -> note(written, name, element.getName()));
      listed(element, "reads").forEach(name -> note(read, name, element.getName()));
    }
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      String condition = Models.condition(flow);
      if (condition != null) {
        note(read, variable(condition), flow.getSource().getName());
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      for (String expression : new String[] {task.getCamundaAssignee(), task.getCamundaDueDate()}) {
        if (expression != null) {
          note(read, variable(expression), task.getName());
        }
      }
    }
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      note(
          read,
          variable(timer.getTimeDate().getTextContent()),
          ((Event) timer.getParentElement()).getName());
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      in(call).forEach(name -> note(read, name, call.getName()));
      out(call).forEach(name -> note(written, name, call.getName()));
    }
    var names = new TreeSet<>(written.keySet());
    names.addAll(read.keySet());
    page.append(
        "## Variables\n\n"
            + "Codes, flags, ids and times only; nothing about the person.\n\n"
            + "| Variable | Written by | Read by |\n"
            + "|---|---|---|\n");
    names.forEach(
        name ->
            page.append(
                "| `%s` | %s | %s |\n"
                    .formatted(
                        name,
                        written.containsKey(name)
                            ? list(written.get(name))
                            : "whoever calls this process",
                        read.containsKey(name)
                            ? list(read.get(name))
                            : "Java only, or whoever called this process")));
    page.append('\n');
  }

  /** The variables that an extension property of a step lists, separated by commas. */
  static List<String> listed(FlowElement element, String property) {
    String names = Models.property(element, property);
    return names == null ? List.of() : List.of(names.split("\\s*,\\s*"));
  }

  private static void decisionsUsed(StringBuilder page, BpmnModelInstance model) {
    var used = new TreeMap<String, Set<String>>();
    for (Activity activity : model.getModelElementsByType(Activity.class)) {
      String decision = Models.property(activity, "decision");
      if (decision != null) {
        note(used, decision, activity.getName());
      }
    }
    if (!used.isEmpty()) {
      page.append("## Decisions asked\n\n");
      used.forEach(
          (decision, by) ->
              page.append("- [%s](%s.md), in %s\n".formatted(decision, decision, list(by))));
    } else if (page.charAt(page.length() - 1) == '\n') {
      page.setLength(page.length() - 1);
    }
  }

  private static String decision(Path file) {
    var model = ModelFiles.decision(file);
    Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
    DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
    var page = new StringBuilder();
    page.append("# ").append(decision.getName()).append("\n\n").append(WRITTEN);
    page.append(description(decision)).append("\n\n");
    page.append(
        "File `%s`, hit policy %s.\n\n"
            .formatted(file.toString().replace('\\', '/'), table.getHitPolicy()));

    page.append("## Facts it reads\n\n| Fact | Meaning | Kind |\n|---|---|---|\n");
    table
        .getInputs()
        .forEach(
            input ->
                page.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            input.getInputExpression().getText().getTextContent(),
                            input.getLabel(),
                            kind(
                                input.getInputExpression().getTypeRef(), input.getInputValues()))));
    page.append("\n## Answers it gives\n\n| Answer | Meaning | Kind |\n|---|---|---|\n");
    table
        .getOutputs()
        .forEach(
            output ->
                page.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            output.getName(),
                            output.getLabel(),
                            kind(output.getTypeRef(), output.getOutputValues()))));

    page.append("\n## Rows\n\n| # | When | Then | Why | Id |\n|---|---|---|---|---|\n");
    int number = 1;
    for (Rule rule : table.getRules()) {
      page.append(
          "| %d | %s | %s | %s | `%s` |\n"
              .formatted(
                  number++,
                  when(table, rule),
                  then(table, rule),
                  cell(description(rule)),
                  rule.getId()));
    }
    return page.toString();
  }

  private static String kind(String type, DmnElement values) {
    return values == null
        ? type
        : "one of "
            + codes(List.of(values.getTextContent().trim().replace("\"", "").split("\\s*,\\s*")));
  }

  private static String when(DecisionTable table, Rule rule) {
    var conditions = new ArrayList<String>();
    var inputs = List.copyOf(table.getInputs());
    int column = 0;
    for (var entry : rule.getInputEntries()) {
      String fact = inputs.get(column++).getInputExpression().getText().getTextContent();
      String feel = entry.getTextContent().trim();
      if (feel.equals("true")) {
        conditions.add("`%s`".formatted(fact));
      } else if (feel.equals("false")) {
        conditions.add("not `%s`".formatted(fact));
      } else if (!feel.isEmpty() && !feel.equals("-")) {
        conditions.add(
            "`%s` %s"
                .formatted(fact, feel.matches("[<>].*") ? feel : "= " + feel.replace("\"", "")));
      }
    }
    return conditions.isEmpty() ? "otherwise" : String.join(" and ", conditions);
  }

  private static String then(DecisionTable table, Rule rule) {
    var answers = new ArrayList<String>();
    var outputs = List.copyOf(table.getOutputs());
    int column = 0;
    for (var entry : rule.getOutputEntries()) {
      answers.add(
          "%s %s"
              .formatted(
                  outputs.get(column++).getName(),
                  entry.getTextContent().trim().replace("\"", "")));
    }
    return String.join(", ", answers);
  }

  private static String forms() {
    var page = new StringBuilder("# Forms\n\n" + WRITTEN);
    page.append(
            "One form for each user task. What is shown, and the lists of options, come from the"
                + " domain when the form is opened; ")
        .append(
            "what is asked goes back to the domain, and the engine learns only the variables that"
                + " the process page names. ")
        .append("Besides, every form is given `lang`, `reference` and `schemeName`.\n");
    for (Path file : ModelFiles.forms()) {
      JsonNode form = ModelFiles.form(file);
      page.append("\n## ").append(ModelFiles.stem(file)).append("\n\n");
      page.append(english(form.path("components").path(0).path("text").asText())).append("\n\n");
      var shown = new LinkedHashSet<String>();
      for (JsonNode component : form.path("components")) {
        Matcher keys = SHOWN.matcher(component.path("text").asText());
        while (keys.find()) {
          shown.add(keys.group(1));
        }
        if (component.path("disabled").asBoolean()) {
          shown.add(component.path("key").asText());
        }
      }
      page.append("Shows ")
          .append(codes(shown))
          .append(".\n\n| Field | Question | Kind | Needed |\n|---|---|---|---|\n");
      for (JsonNode component : form.path("components")) {
        if (component.has("key") && !component.path("disabled").asBoolean()) {
          String options =
              component.has("valuesKey")
                  ? " of `%s`".formatted(component.path("valuesKey").asText())
                  : "";
          String needed =
              component.path("validate").path("required").asBoolean()
                  ? "yes"
                  : component.has("conditional") ? "hidden at times" : "no";
          page.append(
              "| `%s` | %s | %s%s | %s |\n"
                  .formatted(
                      component.path("key").asText(),
                      cell(english(component.path("label").asText())),
                      component.path("type").asText(),
                      options,
                      needed));
        }
      }
    }
    return page.toString();
  }

  private static String english(String text) {
    Matcher english = ENGLISH.matcher(text);
    return english.matches() ? english.group(1) : text;
  }

  private static List<String> in(CallActivity call) {
    return call.getExtensionElements().getChildElementsByType(CamundaIn.class).stream()
        .map(CamundaIn::getCamundaSource)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static List<String> out(CallActivity call) {
    return call.getExtensionElements().getChildElementsByType(CamundaOut.class).stream()
        .map(CamundaOut::getCamundaTarget)
        .toList();
  }

  private static String next(FlowNode event) {
    return event.getOutgoing().stream()
        .map(SequenceFlow::getTarget)
        .map(ModelPages::name)
        .collect(Collectors.joining(", "));
  }

  /** A joining gateway has no name: what comes after it is what one wants to know. */
  private static String name(FlowNode node) {
    return node.getName() != null ? node.getName() : next(node);
  }

  private static String variable(String expression) {
    Matcher matcher = IN_BRACES.matcher(expression.trim());
    return matcher.matches() ? matcher.group(1) : expression;
  }

  private static void note(Map<String, Set<String>> where, String name, String by) {
    where.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(by);
  }

  private static String list(Collection<String> names) {
    return String.join("; ", names);
  }

  private static String codes(Collection<String> names) {
    return names.isEmpty()
        ? "–"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().isEmpty()
        ? ""
        : element.getDocumentations().iterator().next().getTextContent().trim();
  }

  private static String description(DmnElement element) {
    return element.getDescription() == null ? "" : element.getDescription().getTextContent().trim();
  }
}
