package org.fingerpost.workbench.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fingerpost.platform.Staff;

/** What a process relies on: delegates, decisions, forms, called processes, roles, messages, and variables that somebody writes. */
final class ProcessReferences {

  private final Findings findings;
  private final BpmnModelInstance model;
  private final Surroundings around;
  private final Program program;

  ProcessReferences(Findings findings, BpmnModelInstance model, Surroundings around, Program program) {
    this.findings = findings;
    this.model = model;
    this.around = around;
    this.program = program;
  }

  void check() {
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      findings.goOn();
      String delegate = VariableUse.delegateOf(element);
      if (delegate != null && !program.delegates().contains(delegate)) {
        findings.add(Check.DELEGATE_UNKNOWN, element, delegate);
      }
      String decision = Models.property(element, "decision");
      if (decision != null && !around.hasDecision(decision)) {
        findings.add(Check.DECISION_UNKNOWN, element, decision);
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      if (task.getCamundaFormRef() != null && !around.hasForm(task.getCamundaFormRef())) {
        findings.add(Check.FORM_UNKNOWN, task, task.getCamundaFormRef());
      }
      var groups = Models.groups(task);
      if (groups.isEmpty() || !Staff.ROLES.containsAll(groups)) {
        findings.add(Check.ROLES, task, String.join(", ", new TreeSet<>(Staff.ROLES)));
      }
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      if (!around.hasProcess(call.getCalledElement())) {
        findings.add(Check.CALL_UNKNOWN, call, call.getCalledElement());
      }
    }
    for (Message message : model.getModelElementsByType(Message.class)) {
      if (message.getName() != null && !program.messages().contains(message.getName())) {
        findings.add(Check.MESSAGE_UNKNOWN, message, message.getName());
      }
    }
    variables();
    ways();
  }

  private void variables() {
    String process = findings.stem();
    var reads = VariableUse.reads(model);
    var written = new LinkedHashSet<>(VariableUse.writes(model).keySet());
    written.addAll(program.givenTo(process));
    written.addAll(around.passedTo(process));
    written.addAll(program.givenAtAnyTime(process));
    reads.forEach(
        (name, places) -> {
          if (!written.contains(name)) {
            findings.add(Check.VARIABLE_UNWRITTEN, places.get(0).element(), name);
          }
          places.forEach(
              place ->
                  program
                      .kindOf(process, name)
                      .filter(kind -> !place.kind().fits(kind))
                      .ifPresent(kind -> findings.add(Check.VARIABLE_KIND, place.element(), name)));
        });
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      findings.goOn();
      String by = element instanceof UserTask task ? task.getCamundaFormRef() : VariableUse.delegateOf(element);
      program
          .writtenBy(String.valueOf(by))
          .ifPresent(
              writes ->
                  Models.listed(element, "writes").stream()
                      .filter(name -> !writes.contains(name))
                      .forEach(name -> findings.add(Check.VARIABLE_CLAIMED, element, name)));
      program.readBy(String.valueOf(by)).stream()
          .filter(name -> !written.contains(name) && !reads.containsKey(name))
          .forEach(name -> findings.add(Check.VARIABLE_UNWRITTEN, element, name));
      if (element instanceof CallActivity call) {
        called(call);
      }
    }
  }

  /** What is read is written on every way there, not only on some. */
  private void ways() {
    String process = findings.stem();
    var ever = new LinkedHashSet<>(VariableUse.writes(model).keySet());
    var given = VariableFlow.givenTo(process, around, program);
    ever.addAll(given);
    ever.addAll(program.givenAtAnyTime(process));
    new VariableFlow(process, model, given, around, program, findings)
        .missing().stream()
            // What nobody ever writes has been told.
            .filter(missing -> ever.contains(missing.variable()))
            .forEach(missing -> way(missing.element(), missing));
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      around.process(call.getCalledElement()).ifPresent(called -> handed(call, called));
    }
  }

  /** A called process that writes a variable later still needs it from its caller when it reads it first. */
  private void handed(CallActivity call, BpmnModelInstance called) {
    String process = call.getCalledElement();
    var usual = new LinkedHashSet<>(program.givenTo(process));
    usual.addAll(program.passedTo(process));
    usual.addAll(around.passedTo(process));
    var handed = VariableFlow.givenBy(call, program);
    if (handed.containsAll(usual)) {
      return;
    }
    var always = new VariableFlow(process, called, usual, around, program, findings).missing();
    var told = new LinkedHashSet<>(always.stream().map(VariableFlow.Missing::variable).toList());
    var writes = VariableUse.writes(called).keySet();
    for (var missing : new VariableFlow(process, called, handed, around, program, findings).missing()) {
      if (writes.contains(missing.variable()) && told.add(missing.variable())) {
        way(call, missing);
      }
    }
  }

  private void way(org.camunda.bpm.model.bpmn.instance.BaseElement element, VariableFlow.Missing missing) {
    findings.add(
        missing.stops() ? Check.VARIABLE_WAY : Check.VARIABLE_WAY_EMPTY,
        element,
        missing.variable(),
        String.join(" → ", missing.way()));
  }

  /** A called process gets what it reads, and gives back what somebody in it writes. */
  private void called(CallActivity call) {
    around
        .process(call.getCalledElement())
        .ifPresent(
            called -> {
              Map<String, String> passed = VariableUse.passedBy(call);
              var writes = VariableUse.writes(called).keySet();
              for (String name : VariableUse.reads(called).keySet()) {
                boolean given = program.givenTo(call.getCalledElement()).contains(name);
                boolean expected = !given || program.passedTo(call.getCalledElement()).contains(name);
                if (!writes.contains(name) && !passed.containsKey(name) && expected) {
                  findings.add(Check.VARIABLE_UNWRITTEN, call, name);
                }
              }
              VariableUse.returnedBy(call)
                  .values()
                  .forEach(
                      name -> {
                        if (!writes.contains(name) && !passed.containsKey(name)) {
                          findings.add(Check.VARIABLE_UNWRITTEN, call, name);
                        }
                      });
            });
  }
}
