package org.fingerpost.workbench;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Who works in the processes of a bundle. */
final class ModelReferences {

  private ModelReferences() {}

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
}
