package org.fingerpost.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.fingerpost.workbench.library.DecisionReading;
import org.fingerpost.workbench.library.FormReading;
import org.fingerpost.workbench.library.ProcessReading;
import org.fingerpost.workbench.library.ProcessReading.Heard;

/**
 * Writes what the models say as pages to read: one for each process and each decision, and one for
 * all forms. The workbench reads the same from the models in force.
 */
final class ModelPages {

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
    var process = ProcessReading.of(ModelFiles.process(file));
    var page = new StringBuilder();
    page.append("# ").append(process.name()).append("\n\n").append(WRITTEN);
    page.append(process.purpose()).append("\n\n");
    page.append("![%s, drawn](%s.svg)\n\n".formatted(process.name(), process.key()));
    page.append(
        "File `%s`, version %s, kept for %s.\n\n"
            .formatted(
                file.toString().replace('\\', '/'), process.versionTag(), process.keptFor()));
    byRole(page, process);
    phases(page, process);
    timers(page, process);
    messages(page, process);
    page.append("## How it can end\n\n");
    process.ends().forEach(end -> page.append("- %s (`%s`)\n".formatted(end.name(), end.id())));
    page.append('\n');
    variables(page, process);
    decisionsUsed(page, process);
    return page.toString();
  }

  private static void byRole(StringBuilder page, ProcessReading process) {
    page.append("## Who does what\n");
    for (var group : process.byRole()) {
      page.append("\n### ")
          .append(who(group))
          .append("\n\n| Step | What and why | Id |\n|---|---|---|\n");
      for (var step : group.steps()) {
        String form = step.form() == null ? "" : " [Form](forms.md#%s)".formatted(step.form());
        page.append(
            "| %s | %s%s | `%s` |\n".formatted(step.name(), cell(step.what()), form, step.id()));
      }
    }
    page.append('\n');
  }

  private static String who(ProcessReading.RoleSteps group) {
    if (group.roles().isEmpty()) {
      return "Fingerpost itself";
    }
    String roles = String.join(", ", group.roles()).replace("-", " ");
    return Character.toUpperCase(roles.charAt(0))
        + roles.substring(1)
        + (group.given() ? " (given to the person's link worker)" : "");
  }

  private static void phases(StringBuilder page, ProcessReading process) {
    if (process.phases().isEmpty()) {
      return;
    }
    page.append(
        "## Phases with a page of their own\n\n"
            + "| Phase | What and why | Goes in | Comes back |\n"
            + "|---|---|---|---|\n");
    for (var phase : process.phases()) {
      page.append(
          "| [%s](%s.md) | %s | %s | %s |\n"
              .formatted(
                  phase.name(),
                  phase.called(),
                  cell(phase.what()),
                  codes(phase.in()),
                  codes(phase.out())));
    }
    page.append('\n');
  }

  private static void timers(StringBuilder page, ProcessReading process) {
    if (process.timers().isEmpty()) {
      return;
    }
    page.append("## Timers\n\n| Timer | Goes off at | What happens then |\n|---|---|---|\n");
    for (var timer : process.timers()) {
      page.append(
          "| %s | the time in `%s` | %s |\n"
              .formatted(timer.name(), timer.time(), timer.then()));
    }
    page.append('\n');
  }

  private static void messages(StringBuilder page, ProcessReading process) {
    if (process.messages().isEmpty()) {
      return;
    }
    page.append("## Messages\n\n| Message | Heard | What happens then |\n|---|---|---|\n");
    for (var message : process.messages()) {
      String when =
          message.heard() == Heard.WHILE_OPEN
              ? "while \"%s\" is open".formatted(message.during())
              : message.heard() == Heard.ANY_TIME
                  ? "at any time"
                  : "when the process waits for it";
      page.append(
          "| `%s` (%s) | %s | %s |\n"
              .formatted(message.message(), message.event(), when, message.then()));
    }
    for (var part : process.parts()) {
      page.append("\n**%s.** %s\n".formatted(part.name(), part.what()));
    }
    page.append('\n');
  }

  private static void variables(StringBuilder page, ProcessReading process) {
    page.append(
        "## Variables\n\n"
            + "Codes, flags, ids and times only; nothing about the person.\n\n"
            + "| Variable | Written by | Read by |\n"
            + "|---|---|---|\n");
    process
        .variables()
        .forEach(
            variable ->
                page.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            variable.name(),
                            variable.writtenBy().isEmpty()
                                ? "whoever calls this process"
                                : list(variable.writtenBy()),
                            variable.readBy().isEmpty()
                                ? "Java only, or whoever called this process"
                                : list(variable.readBy()))));
    page.append('\n');
  }

  private static void decisionsUsed(StringBuilder page, ProcessReading process) {
    if (!process.decisions().isEmpty()) {
      page.append("## Decisions asked\n\n");
      process
          .decisions()
          .forEach(
              (decision, by) ->
                  page.append("- [%s](%s.md), in %s\n".formatted(decision, decision, list(by))));
    } else if (page.charAt(page.length() - 1) == '\n') {
      page.setLength(page.length() - 1);
    }
  }

  private static String decision(Path file) {
    var decision = DecisionReading.of(ModelFiles.decision(file), null);
    var page = new StringBuilder();
    page.append("# ").append(decision.name()).append("\n\n").append(WRITTEN);
    page.append(decision.purpose()).append("\n\n");
    page.append(
        "File `%s`, hit policy %s.\n\n"
            .formatted(file.toString().replace('\\', '/'), decision.hitPolicy()));

    page.append("## Facts it reads\n\n| Fact | Meaning | Kind |\n|---|---|---|\n");
    decision.inputs().forEach(input -> page.append(column(input)));
    page.append("\n## Answers it gives\n\n| Answer | Meaning | Kind |\n|---|---|---|\n");
    decision.outputs().forEach(output -> page.append(column(output)));

    page.append("\n## Rows\n\n| # | When | Then | Why | Id |\n|---|---|---|---|---|\n");
    for (var row : decision.rows()) {
      page.append(
          "| %d | %s | %s | %s | `%s` |\n"
              .formatted(
                  row.number(),
                  when(decision, row),
                  then(decision, row),
                  cell(row.why()),
                  row.id()));
    }
    return page.toString();
  }

  private static String column(DecisionReading.Column column) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            column.name(),
            column.label(),
            column.values().isEmpty() ? column.type() : "one of " + codes(column.values()));
  }

  private static String when(DecisionReading decision, DecisionReading.Row row) {
    var conditions = new ArrayList<String>();
    for (int i = 0; i < row.when().size(); i++) {
      String fact = decision.inputs().get(i).name();
      String feel = row.when().get(i);
      if (feel.equals("true")) {
        conditions.add("`%s`".formatted(fact));
      } else if (feel.equals("false")) {
        conditions.add("not `%s`".formatted(fact));
      } else if (!feel.isEmpty()) {
        conditions.add(
            "`%s` %s"
                .formatted(fact, feel.matches("[<>].*") ? feel : "= " + feel.replace("\"", "")));
      }
    }
    return conditions.isEmpty() ? "otherwise" : String.join(" and ", conditions);
  }

  private static String then(DecisionReading decision, DecisionReading.Row row) {
    var answers = new ArrayList<String>();
    for (int i = 0; i < row.then().size(); i++) {
      answers.add(
          "%s %s".formatted(decision.outputs().get(i).name(), row.then().get(i).replace("\"", "")));
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
      var form = FormReading.of(ModelFiles.form(file));
      page.append("\n## ").append(ModelFiles.stem(file)).append("\n\n");
      page.append(form.guidance().english()).append("\n\n");
      page.append("Shows ")
          .append(codes(form.shown()))
          .append(".\n\n| Field | Question | Kind | Needed |\n|---|---|---|---|\n");
      for (var field : form.fields()) {
        page.append(
            "| `%s` | %s | %s%s | %s |\n"
                .formatted(
                    field.key(),
                    cell(field.label().english()),
                    field.type(),
                    field.optionsFrom() == null ? "" : " of `%s`".formatted(field.optionsFrom()),
                    field.required() ? "yes" : field.hiddenWhen() != null ? "hidden at times" : "no"));
      }
    }
    return page.toString();
  }

  /** The variables that an extension property of a step lists, separated by commas. */
  static List<String> listed(FlowElement element, String property) {
    return ProcessReading.listed(element, property);
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
}
