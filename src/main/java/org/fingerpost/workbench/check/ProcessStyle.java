package org.fingerpost.workbench.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.DataObject;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;

/**
 * The rules of {@code src/docs/models/style.md} that are about what a process says. How it is drawn is not checked here: a crooked
 * arrow hurts nobody who is referred.
 */
final class ProcessStyle {

  private static final int MOST_ON_ONE_LEVEL = 24;
  private static final int MOST_IN_ONE_FILE = 30;
  private static final int SHORTEST_DOCUMENTATION = 40;
  private static final int LONGEST_NAME = 200;

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{!?[a-z][A-Za-z0-9]*}|\\$\\{[a-z][A-Za-z0-9]* == '[A-Z][A-Z0-9_]*'}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
  private static final Pattern DELEGATE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*Delegate}");
  private static final Pattern PERIOD = Pattern.compile("P[0-9]+D");
  private static final Pattern SEMANTIC_VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern MESSAGE_NAME = Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*");

  /** What Modeler makes up: {@code Activity_1a2b3c4}, {@code BPMNShape_0xyz123}, {@code Gateway_0abc}. */
  private static final Pattern MADE_UP =
      Pattern.compile(
          ".*_(?=[a-z0-9]*[0-9])[a-z0-9]{7}(_di|_label)?|(Activity|Event|Gateway|Flow|BPMN[A-Z][a-z]+|Definitions)_.*");

  private static final Map<String, String> PREFIXES =
      Map.of(
          "startEvent", "startEvent_",
          "endEvent", "endEvent_",
          "intermediateCatchEvent", "event_",
          "intermediateThrowEvent", "event_",
          "boundaryEvent", "event_",
          "userTask", "userTask_",
          "serviceTask", "serviceTask_",
          "businessRuleTask", "businessRuleTask_",
          "callActivity", "callActivity_",
          "sequenceFlow", "flow_");

  private static final List<String> COLOURED_BY =
      List.of("http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

  private final Findings findings;
  private final BpmnModelInstance model;

  ProcessStyle(Findings findings, BpmnModelInstance model) {
    this.findings = findings;
    this.model = model;
  }

  void check() {
    size();
    lanes();
    documentation();
    gateways();
    flows();
    expressions();
    serviceTasks();
    userTasks();
    callActivities();
    processes();
    ids();
    labels();
    messages();
    decoration();
  }

  /** Rule 2. */
  private void size() {
    int all = 0;
    for (Process process : all(Process.class)) {
      findings.goOn();
      all += level(process, process.getFlowElements());
    }
    for (SubProcess part : all(SubProcess.class)) {
      findings.goOn();
      all += level(part, part.getFlowElements());
    }
    if (all > MOST_IN_ONE_FILE) {
      findings.addOfFile(Check.SIZE_OF_FILE, all, MOST_IN_ONE_FILE);
    }
  }

  private int level(BaseElement owner, Collection<FlowElement> elements) {
    int nodes = (int) elements.stream().filter(FlowNode.class::isInstance).count();
    if (nodes > MOST_ON_ONE_LEVEL) {
      findings.add(Check.SIZE_OF_LEVEL, owner, nodes, MOST_ON_ONE_LEVEL);
    }
    return nodes;
  }

  /** Rule 3. */
  private void lanes() {
    if (!all(LaneSet.class).isEmpty() || !all(Collaboration.class).isEmpty()) {
      findings.addOfFile(Check.LANES);
    }
  }

  /** Rule 4. */
  private void documentation() {
    for (Process process : all(Process.class)) {
      findings.goOn();
      documented(process, words(process));
    }
    for (Activity activity : all(Activity.class)) {
      findings.goOn();
      String text = words(activity);
      documented(activity, text);
      if (activity instanceof UserTask task && !text.isEmpty()) {
        boolean leadOnly = "team-leads".equals(task.getCamundaCandidateGroups());
        String who = leadOnly ? "The team lead" : "The link worker";
        if (Models.groups(task).stream().anyMatch(Set.of("link-workers", "team-leads")::contains) && !text.startsWith(who)) {
          findings.add(Check.DOCUMENTATION_WHO, task, who, task.getCamundaCandidateGroups());
        }
      }
    }
  }

  private static String words(BaseElement element) {
    return element.getDocumentations().isEmpty()
        ? ""
        : element.getDocumentations().iterator().next().getTextContent().trim();
  }

  private void documented(BaseElement element, String text) {
    if (text.length() < SHORTEST_DOCUMENTATION) {
      findings.add(Check.DOCUMENTATION, element);
    }
  }

  /** Rule 5. */
  private void gateways() {
    for (Gateway gateway : all(Gateway.class)) {
      findings.goOn();
      if (!(gateway instanceof ExclusiveGateway exclusive)) {
        findings.add(Check.GATEWAY_KIND, gateway);
        continue;
      }
      if (gateway.getOutgoing().size() < 2) {
        if (gateway.getName() != null) {
          findings.add(Check.GATEWAY_JOIN, gateway);
        }
        continue;
      }
      if (gateway.getName() == null || !gateway.getName().endsWith("?")) {
        findings.add(Check.GATEWAY_QUESTION, gateway);
      }
      SequenceFlow byDefault = exclusive.getDefault();
      if (byDefault == null) {
        findings.add(Check.GATEWAY_DEFAULT, gateway);
      }
      for (SequenceFlow flow : gateway.getOutgoing()) {
        branch(gateway, flow, flow.equals(byDefault));
      }
    }
  }

  private void branch(Gateway gateway, SequenceFlow flow, boolean byDefault) {
    String label = flow.getName() == null ? "" : flow.getName().trim();
    String condition = Models.condition(flow);
    if (label.isEmpty()) {
      findings.add(Check.ARROW_LABEL, flow);
    }
    if (byDefault && condition != null) {
      findings.add(Check.ARROW_DEFAULT_CONDITION, flow);
    }
    if (!byDefault && condition == null) {
      findings.add(Check.ARROW_CONDITION, flow);
    }
    boolean no = label.matches("(?i)no\\b(?! (more|one)).*") || label.matches("(?i)not\\b.*");
    boolean yes = label.matches("(?i)yes\\b.*");
    if (no && !byDefault && condition != null && !condition.startsWith("${!")) {
      findings.add(
          Check.ARROW_NO_IS_YES,
          flow,
          label,
          condition,
          condition.matches("\\$\\{[A-Za-z0-9]+}") ? condition.replace("${", "${!") : "${!…}");
    }
    if (yes && !byDefault && condition != null && condition.startsWith("${!")) {
      findings.add(Check.ARROW_YES_IS_NO, flow, label, condition, condition.replace("${!", "${"));
    }
    if (yes && byDefault && noWithoutNegation(gateway, flow)) {
      findings.add(Check.ARROW_DEFAULT_YES, flow, label);
    }
  }

  /** A two-way question with Yes as the default: the other arrow must be taken when a flag is not set. */
  private static boolean noWithoutNegation(Gateway gateway, SequenceFlow byDefault) {
    return gateway.getOutgoing().size() == 2
        && gateway.getOutgoing().stream()
            .filter(flow -> !flow.equals(byDefault))
            .map(Models::condition)
            .anyMatch(condition -> condition != null && condition.matches("\\$\\{[A-Za-z0-9]+}"));
  }

  /** Rule 5 and 6: conditions only behind gateways, and in the model's own grammar. */
  private void flows() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      findings.goOn();
      String condition = Models.condition(flow);
      if (condition != null && !(flow.getSource() instanceof Gateway)) {
        findings.add(Check.ARROW_LONE_CONDITION, flow);
      }
      if (condition != null && !CONDITION.matcher(condition).matches()) {
        findings.add(Check.ARROW_CLEVER, flow, condition, "${name}", "${!name}", "${name == 'CODE'}");
      }
      if (flow.getSource() == null
          || flow.getTarget() == null
          || !flow.getSource().getOutgoing().contains(flow)
          || !flow.getTarget().getIncoming().contains(flow)) {
        findings.add(Check.ARROW_ENDS, flow);
      }
    }
    for (FlowNode node : all(FlowNode.class)) {
      findings.goOn();
      if (!(node instanceof Gateway) && node.getOutgoing().size() > 1) {
        findings.add(Check.SHAPE_ARROWS, node);
      }
    }
  }

  /** Rule 6. */
  private void expressions() {
    if (!all(ScriptTask.class).isEmpty()
        || !all(CamundaExecutionListener.class).isEmpty()
        || !all(CamundaTaskListener.class).isEmpty()) {
      findings.addOfFile(Check.LISTENERS);
    }
    for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
      findings.goOn();
      boolean dated =
          timer.getTimeDate() != null && VARIABLE.matcher(timer.getTimeDate().getTextContent().trim()).matches();
      if (!dated || timer.getTimeDuration() != null || timer.getTimeCycle() != null) {
        findings.add(Check.TIMER_DATE, timer.getParentElement(), "${nextContactAt}");
      }
    }
  }

  /** Rule 7. */
  private void serviceTasks() {
    for (ServiceTask task : all(ServiceTask.class)) {
      findings.goOn();
      delegate(task, task.getCamundaDelegateExpression(), task.getCamundaClass(), task.getCamundaExpression());
    }
    for (BusinessRuleTask task : all(BusinessRuleTask.class)) {
      findings.goOn();
      delegate(task, task.getCamundaDelegateExpression(), task.getCamundaClass(), task.getCamundaExpression());
      if (Models.property(task, "decision") == null) {
        findings.add(Check.DECISION_UNNAMED, task);
      }
    }
  }

  private void delegate(BaseElement task, String expression, String className, String other) {
    if (expression == null || !DELEGATE.matcher(expression).matches() || className != null || other != null) {
      findings.add(Check.DELEGATE_FORM, task, "${assignLinkWorkerDelegate}");
    }
  }

  /** Rule 11. */
  private void userTasks() {
    for (UserTask task : all(UserTask.class)) {
      findings.goOn();
      String form = task.getCamundaFormRef();
      if (form == null || !"deployment".equals(task.getCamundaFormRefBinding())) {
        findings.add(Check.TASK_FORM, task);
      } else if (!task.getId().equals("userTask_" + Models.camel(form))) {
        findings.add(Check.TASK_ID, task, form, "userTask_" + Models.camel(form));
      }
      if (Models.groups(task).contains("link-workers") && !"${linkWorker}".equals(task.getCamundaAssignee())) {
        findings.add(Check.ASSIGNEE, task, "${linkWorker}");
      }
    }
  }

  /** Rule 8. */
  private void callActivities() {
    for (CallActivity call : all(CallActivity.class)) {
      findings.goOn();
      if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
        findings.add(Check.CALL_BINDING, call);
      }
      String id = "callActivity_" + Models.camel(String.valueOf(call.getCalledElement()));
      if (!id.equals(call.getId())) {
        findings.add(Check.CALL_ID, call, call.getCalledElement(), id);
      }
      var ins = VariableUse.children(call, CamundaIn.class);
      if (ins.stream().noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))) {
        findings.add(Check.CALL_KEY, call, "#{execution.processBusinessKey}");
      }
      if (ins.stream().anyMatch(in -> in.getCamundaVariables() != null)
          || VariableUse.children(call, CamundaOut.class).stream().anyMatch(out -> out.getCamundaVariables() != null)) {
        findings.add(Check.CALL_ALL, call);
      }
    }
  }

  /** Rule 9. */
  private void processes() {
    for (Process process : all(Process.class)) {
      findings.goOn();
      if (!findings.stem().equals(process.getId())) {
        findings.add(Check.PROCESS_FILE, process, findings.stem());
      }
      if (process.getName() == null || process.getName().isBlank()) {
        findings.add(Check.PROCESS_NAME, process);
      }
      if (!process.isExecutable()) {
        findings.add(Check.PROCESS_EXECUTABLE, process);
      }
      if (process.getCamundaVersionTag() == null || !SEMANTIC_VERSION.matcher(process.getCamundaVersionTag()).matches()) {
        findings.add(Check.PROCESS_VERSION, process);
      }
      if (process.getCamundaHistoryTimeToLiveString() == null
          || !PERIOD.matcher(process.getCamundaHistoryTimeToLiveString()).matches()) {
        findings.add(Check.PROCESS_LIFETIME, process);
      }
    }
    if (all(Process.class).size() != 1) {
      findings.addOfFile(Check.PROCESS_ONE);
    }
  }

  /** Rule 9: ids are read in logs, tests and the audit trail, so a person chooses them. */
  private void ids() {
    for (BaseElement element : all(BaseElement.class)) {
      findings.goOn();
      String id = element.getId();
      if (id == null || element instanceof Process) {
        continue;
      }
      String prefix = PREFIXES.get(element.getElementType().getTypeName());
      if (element instanceof Gateway) {
        prefix = "gateway_";
      } else if (element instanceof SubProcess part && part.triggeredByEvent()) {
        prefix = "eventSubProcess_";
      }
      if (prefix != null && !id.matches(prefix + "[a-z][A-Za-z]*")) {
        findings.add(Check.ID_PREFIX, element, prefix, prefix + "somethingClear", id);
      } else if (MADE_UP.matcher(id).matches()) {
        findings.add(Check.ID_MADE_UP, element, id);
      }
    }
    for (DiagramElement drawn : all(DiagramElement.class)) {
      findings.goOn();
      if (drawn.getId() != null && drawn.getId().length() <= LONGEST_NAME && MADE_UP.matcher(drawn.getId()).matches()) {
        findings.add(Check.DRAWING_ID, drawn.getId(), drawn.getId());
      }
    }
  }

  /** Rule 9: names in sentence case, an object for every verb, a state for every event. */
  private void labels() {
    for (FlowNode node : all(FlowNode.class)) {
      findings.goOn();
      String name = node.getName();
      boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
      if (joins) {
        continue;
      }
      if (name == null || name.isBlank()) {
        findings.add(Check.NAME_MISSING, node);
      } else if (name.length() > LONGEST_NAME) {
        findings.add(Check.NAME_LONG, node, LONGEST_NAME);
      } else if (!name.matches("[A-Z]([^A-Z]|\\b[A-Z]{2,}\\b)*")) {
        findings.add(Check.NAME_CASE, node);
      } else if (name.matches("(?i)(handle|process|manage|perform)\\b.*")) {
        findings.add(Check.NAME_VAGUE, node);
      } else if (node instanceof Event && name.endsWith("?")) {
        findings.add(Check.NAME_QUESTION, node);
      }
    }
  }

  /** Rule 9. */
  private void messages() {
    var used = new HashSet<String>();
    for (MessageEventDefinition event : all(MessageEventDefinition.class)) {
      findings.goOn();
      if (event.getMessage() == null) {
        findings.add(Check.MESSAGE_MISSING, event.getParentElement());
      } else {
        used.add(event.getMessage().getId());
      }
    }
    var names = new HashSet<String>();
    for (Message message : all(Message.class)) {
      findings.goOn();
      if (message.getName() == null || !MESSAGE_NAME.matcher(message.getName()).matches()) {
        findings.add(Check.MESSAGE_NAME, message);
      }
      if (!used.contains(message.getId()) || !names.add(message.getName())) {
        findings.add(Check.MESSAGE_UNUSED, message);
      }
    }
  }

  /** Rule 10. */
  private void decoration() {
    for (DiagramElement drawn : all(DiagramElement.class)) {
      findings.goOn();
      if (COLOURED_BY.stream()
          .anyMatch(
              namespace ->
                  List.of("stroke", "fill", "background-color", "border-color").stream()
                      .anyMatch(colour -> drawn.getAttributeValueNs(namespace, colour) != null))) {
        findings.add(Check.COLOUR, drawn.getId() == null ? findings.stem() : drawn.getId(), drawn.getId());
      }
    }
    if (!all(DataObject.class).isEmpty() || !all(Association.class).isEmpty()) {
      findings.addOfFile(Check.NOTES);
    }
  }

  private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }
}
