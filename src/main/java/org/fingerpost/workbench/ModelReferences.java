package org.fingerpost.workbench;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.ModelGuard.Refusal;

/** What the processes of a bundle refer to, which the engine would find missing only when a referral gets there. */
final class ModelReferences {

  private static final Pattern DELEGATE = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

  private final ModelBundle bundle;
  private final Set<String> delegates;
  private final List<Refusal> missing = new ArrayList<>();

  private ModelReferences(ModelBundle bundle, Set<String> delegates) {
    this.bundle = bundle;
    this.delegates = delegates;
  }

  static List<Refusal> missing(ModelBundle bundle, Set<String> delegates) {
    var references = new ModelReferences(bundle, delegates);
    bundle.files().forEach((name, bytes) -> {
      if (name.endsWith(".bpmn")) {
        references.check(name, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
      }
    });
    return references.missing;
  }

  /** Which roles work in which process: the candidate groups of its user tasks, by process id. */
  static TreeMap<String, Set<String>> rolesByProcess(ModelBundle bundle) {
    var roles = new TreeMap<String, Set<String>>();
    bundle.files().forEach((name, bytes) -> {
      if (name.endsWith(".bpmn")) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        for (Process process : model.getModelElementsByType(Process.class)) {
          var groups = roles.computeIfAbsent(process.getId(), id -> new TreeSet<>());
          model.getModelElementsByType(UserTask.class).forEach(task -> groups.addAll(task.getCamundaCandidateGroupsList()));
        }
      }
    });
    return roles;
  }

  private void check(String file, BpmnModelInstance model) {
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String form = task.getCamundaFormRef();
      if (form == null || !bundle.files().containsKey("forms/" + form + ".form")) {
        missing(file, task, "The form '%s' is not in forms/; add forms/%s.form.".formatted(form, form));
      }
      if (task.getCamundaCandidateGroupsList().isEmpty() || !Staff.ROLES.containsAll(task.getCamundaCandidateGroupsList())) {
        missing(file, task, "Candidate groups are the roles %s.".formatted(new TreeSet<>(Staff.ROLES)));
      }
    }
    for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
      delegate(file, task, task.getCamundaDelegateExpression());
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      delegate(file, task, task.getCamundaDelegateExpression());
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      if (!bundle.files().containsKey("bpmn/" + call.getCalledElement() + ".bpmn")) {
        missing(file, call, "The process '%s' is not in bpmn/.".formatted(call.getCalledElement()));
      }
    }
  }

  private void delegate(String file, BaseElement task, String expression) {
    Matcher bean = DELEGATE.matcher(String.valueOf(expression));
    if (!bean.matches() || !delegates.contains(bean.group(1))) {
      missing(file, task, "There is no delegate %s; the delegates are %s.".formatted(expression, new TreeSet<>(delegates)));
    }
  }

  private void missing(String file, BaseElement element, String problem) {
    missing.add(new Refusal(file, 0, element.getId(), problem));
  }
}
