package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.fingerpost.models.ModelFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate over the stories of one process: every node of it has been walked by somebody. */
final class Walked {

  private Walked() {}

  static void everyStepOf(String process, JdbcClient database) {
    var walked =
        new HashSet<>(
            database
                .sql("select distinct act_id_ from act_hi_actinst where proc_def_key_ = ?")
                .param(process)
                .query(String.class)
                .list());
    var notWalked = new TreeSet<String>();
    ModelFiles.process(ModelFiles.PROCESSES.resolve(process + ".bpmn")).getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId)
        .filter(id -> !walked.contains(id))
        .forEach(notWalked::add);
    assertThat(notWalked).as("steps of %s that no story walks; tell one that does", process).isEmpty();
  }
}
