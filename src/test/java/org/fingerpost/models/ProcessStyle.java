package org.fingerpost.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;

/**
 * The rules of {@code src/docs/models/style.md} that are about what a process says; {@link
 * DiagramGeometry} has those about how it looks.
 */
final class ProcessStyle {

  static final Set<String> ROLES =
      Set.of(
          "link-workers",
          "team-leads",
          "programme-managers",
          "auditors",
          "kitemark-assessors",
          "grant-panel",
          "community-officers",
          "administrators");

  private static final int MOST_ON_ONE_LEVEL = 24;
  private static final int MOST_IN_ONE_FILE = 30;
  private static final int SHORTEST_DOCUMENTATION = 40;

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{!?[a-z][A-Za-z0-9]*}|\\$\\{[a-z][A-Za-z0-9]* == '[A-Z][A-Z0-9_]*'}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
  private static final Pattern DELEGATE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*Delegate}");
  private static final Pattern PERIOD = Pattern.compile("P[0-9]+D");
  private static final Pattern SEMANTIC_VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern MESSAGE_NAME = Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*");

  /**
   * What Modeler makes up: {@code Activity_1a2b3c4}, {@code BPMNShape_0xyz123}, {@code
   * Gateway_0abc}.
   */
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

  private final String file;
  private final String stem;
  private final BpmnModelInstance model;
  private final List<Finding> findings = new ArrayList<>();

  private ProcessStyle(Path file, BpmnModelInstance model) {
    this.file = file.toString();
    this.stem = ModelFiles.stem(file);
    this.model = model;
  }

  static List<Finding> check(Path file, BpmnModelInstance model) {
    return new ProcessStyle(file, model).check();
  }

  private List<Finding> check() {
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
    return findings;
  }

  /** Rule 2. */
  private void size() {
    int all = 0;
    for (Process process : all(Process.class)) {
      all += level(process.getId(), process.getFlowElements());
    }
    for (SubProcess part : all(SubProcess.class)) {
      all += level(part.getId(), part.getFlowElements());
    }
    if (all > MOST_IN_ONE_FILE) {
      add(
          stem,
          2,
          "This file has %d shapes; at most %d can be read. Move a phase into a process of its own."
              .formatted(all, MOST_IN_ONE_FILE));
    }
  }

  private int level(String id, Collection<FlowElement> elements) {
    int nodes = (int) elements.stream().filter(FlowNode.class::isInstance).count();
    if (nodes > MOST_ON_ONE_LEVEL) {
      add(
          id,
          2,
          "This level has %d shapes; at most %d can be read. Move a phase into a process of its own."
              .formatted(nodes, MOST_ON_ONE_LEVEL));
    }
    return nodes;
  }

  /** Rule 3. */
  private void lanes() {
    if (!all(LaneSet.class).isEmpty() || !all(Collaboration.class).isEmpty()) {
      add(
          stem,
          3,
          "This diagram has lanes or pools. Remove them: who does a task is its candidate groups,"
              + " and the page of the process lists who does what.");
    }
  }

  /** Rule 4. */
  private void documentation() {
    for (Process process : all(Process.class)) {
      documented(
          process,
          process.getId(),
          process.getDocumentations().isEmpty()
              ? ""
              : process.getDocumentations().iterator().next().getTextContent());
    }
    for (Activity activity : all(Activity.class)) {
      String text =
          activity.getDocumentations().isEmpty()
              ? ""
              : activity.getDocumentations().iterator().next().getTextContent().trim();
      documented(activity, activity.getId(), text);
      if (activity instanceof UserTask task && !text.isEmpty()) {
        boolean leadOnly = "team-leads".equals(task.getCamundaCandidateGroups());
        String who = leadOnly ? "The team lead" : "The link worker";
        if (groups(task).stream().anyMatch(Set.of("link-workers", "team-leads")::contains)
            && !text.startsWith(who)) {
          add(
              task.getId(),
              4,
              "The documentation of this task should begin \"%s …\", because its candidate groups are %s."
                  .formatted(who, task.getCamundaCandidateGroups()));
        }
      }
    }
  }

  private void documented(BaseElement element, String id, String text) {
    if (text.trim().length() < SHORTEST_DOCUMENTATION) {
      add(
          id,
          4,
          "Write two or three plain sentences in the element documentation: who does this, why, and"
              + " what it changes.");
    }
  }

  /** Rule 5. */
  private void gateways() {
    for (Gateway gateway : all(Gateway.class)) {
      if (!(gateway instanceof ExclusiveGateway)) {
        add(
            gateway.getId(),
            5,
            "Only exclusive gateways (X) are used so far; say why another is needed and add it to"
                + " the rules first.");
        continue;
      }
      if (gateway.getOutgoing().size() < 2) {
        if (gateway.getName() != null) {
          add(gateway.getId(), 5, "This gateway only joins arrows: it needs no name.");
        }
        continue;
      }
      if (gateway.getName() == null || !gateway.getName().endsWith("?")) {
        add(
            gateway.getId(),
            5,
            "Name this gateway with the question it asks, ending in a question mark.");
      }
      SequenceFlow byDefault = ((ExclusiveGateway) gateway).getDefault();
      if (byDefault == null) {
        add(
            gateway.getId(),
            5,
            "Make one arrow the default, so that no referral stops here because nothing fits.");
      }
      for (SequenceFlow flow : gateway.getOutgoing()) {
        branch(gateway, flow, flow.equals(byDefault));
      }
    }
  }

  private void branch(Gateway gateway, SequenceFlow flow, boolean byDefault) {
    String label = flow.getName() == null ? "" : flow.getName().trim();
    String condition = condition(flow);
    String where = gateway.getId() + " → " + flow.getId();
    if (label.isEmpty()) {
      add(where, 5, "Label this arrow with the answer it stands for.");
    }
    if (byDefault && condition != null) {
      add(
          where,
          5,
          "This arrow is the default and has a condition too; the engine never looks at it. Remove"
              + " one of the two.");
    }
    if (!byDefault && condition == null) {
      add(where, 5, "This arrow has no condition. Give it one, or make it the default.");
    }
    boolean no = label.matches("(?i)no\\b(?! (more|one)).*") || label.matches("(?i)not\\b.*");
    boolean yes = label.matches("(?i)yes\\b.*");
    if (no && !byDefault && condition != null && !condition.startsWith("${!")) {
      add(
          where,
          5,
          "This arrow is labelled \"%s\", but its condition %s is the Yes case. Write %s, or make it the default arrow."
              .formatted(
                  label,
                  condition,
                  condition.matches("\\$\\{[A-Za-z0-9]+}")
                      ? condition.replace("${", "${!")
                      : "a negated flag"));
    }
    if (yes && !byDefault && condition != null && condition.startsWith("${!")) {
      add(
          where,
          5,
          "This arrow is labelled \"%s\", but its condition %s is the No case. Write %s, or make it the default arrow."
              .formatted(label, condition, condition.replace("${!", "${")));
    }
    if (yes && byDefault && noWithoutNegation(gateway, flow)) {
      add(
          where,
          5,
          "This default arrow is labelled \"%s\", but the arrow beside it needs its flag. Swap the"
              + " labels."
              + " Or negate the condition.".formatted(label));
    }
  }

  /**
   * A two-way question with Yes as the default: the other arrow must be taken when a flag is not
   * set.
   */
  private static boolean noWithoutNegation(Gateway gateway, SequenceFlow byDefault) {
    return gateway.getOutgoing().size() == 2
        && gateway.getOutgoing().stream()
            .filter(flow -> !flow.equals(byDefault))
            .map(ProcessStyle::condition)
            .anyMatch(condition -> condition != null && condition.matches("\\$\\{[A-Za-z0-9]+}"));
  }

  /** Rule 5 and 6: conditions only behind gateways, and in the model's own grammar. */
  private void flows() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      String condition = condition(flow);
      if (condition != null && !(flow.getSource() instanceof Gateway)) {
        add(
            flow.getId(),
            5,
            "A condition stands on an arrow that does not leave a gateway. Draw the gateway, so"
                + " that the question can be read.");
      }
      if (condition != null && !CONDITION.matcher(condition).matches()) {
        add(
            flow.getId(),
            6,
            "The condition %s is too clever for a diagram. Write ${name}, ${!name} or ${name =="
                + " 'CODE'};"
                + " anything longer belongs in a decision table.".formatted(condition));
      }
      if (!flow.getSource().getOutgoing().contains(flow)
          || !flow.getTarget().getIncoming().contains(flow)) {
        add(
            flow.getId(),
            9,
            "The shapes at the ends of this arrow do not list it as incoming or outgoing; open and"
                + " save the file in Camunda Modeler.");
      }
    }
    for (FlowNode node : all(FlowNode.class)) {
      if (!(node instanceof Gateway) && node.getOutgoing().size() > 1) {
        add(
            node.getId(),
            5,
            "More than one arrow leaves this shape, so everything after it would happen twice. Draw"
                + " a gateway.");
      }
    }
  }

  /** Rule 6. */
  private void expressions() {
    if (!all(ScriptTask.class).isEmpty()
        || !all(CamundaExecutionListener.class).isEmpty()
        || !all(CamundaTaskListener.class).isEmpty()) {
      add(
          stem,
          6,
          "Scripts and listeners are not used. What happens is a service task that one can see.");
    }
    for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
      boolean dated =
          timer.getTimeDate() != null
              && VARIABLE.matcher(timer.getTimeDate().getTextContent().trim()).matches();
      if (!dated || timer.getTimeDuration() != null || timer.getTimeCycle() != null) {
        add(
            timer.getParentElement().getAttributeValue("id"),
            6,
            "A timer waits for a date in a variable, ${nextContactAt}. How long to wait is a row of"
                + " a decision table, never a duration in a diagram.");
      }
    }
  }

  /** Rule 7. */
  private void serviceTasks() {
    for (ServiceTask task : all(ServiceTask.class)) {
      delegate(
          task.getId(),
          task.getCamundaDelegateExpression(),
          task.getCamundaClass(),
          task.getCamundaExpression());
    }
    for (BusinessRuleTask task : all(BusinessRuleTask.class)) {
      delegate(
          task.getId(),
          task.getCamundaDelegateExpression(),
          task.getCamundaClass(),
          task.getCamundaExpression());
      if (property(task, "decision") == null) {
        add(task.getId(), 7, "Name the decision table in the extension property \"decision\".");
      }
    }
    for (Activity activity : all(Activity.class)) {
      String decision = property(activity, "decision");
      if (decision != null && !Files.exists(ModelFiles.DECISIONS.resolve(decision + ".dmn"))) {
        add(activity.getId(), 7, "There is no decision table dmn/%s.dmn.".formatted(decision));
      }
    }
  }

  private void delegate(String id, String expression, String className, String other) {
    if (expression == null
        || !DELEGATE.matcher(expression).matches()
        || className != null
        || other != null) {
      add(
          id,
          7,
          "Say what runs here as a delegate expression, ${assignLinkWorkerDelegate}: a verb, an"
              + " object and Delegate.");
    }
  }

  /** Rule 11. */
  private void userTasks() {
    for (UserTask task : all(UserTask.class)) {
      String form = task.getCamundaFormRef();
      if (form == null || !"deployment".equals(task.getCamundaFormRefBinding())) {
        add(
            task.getId(),
            11,
            "Give the task a Camunda Form with the binding \"deployment\", so that a running"
                + " referral keeps the form it began with.");
      } else if (!task.getId().equals("userTask_" + ModelFiles.camel(form))) {
        add(
            task.getId(),
            11,
            "The form %s belongs to a task with the id userTask_%s."
                .formatted(form, ModelFiles.camel(form)));
      } else if (!Files.exists(ModelFiles.FORMS.resolve(form + ".form"))) {
        add(task.getId(), 11, "There is no form forms/%s.form.".formatted(form));
      }
      List<String> groups = groups(task);
      if (groups.isEmpty() || !ROLES.containsAll(groups)) {
        add(
            task.getId(),
            11,
            "Candidate groups are one or more of %s, separated by a comma."
                .formatted(new TreeSet<>(ROLES)));
      }
      if (groups.contains("link-workers") && !"${linkWorker}".equals(task.getCamundaAssignee())) {
        add(
            task.getId(),
            11,
            "A link worker's task is assigned to ${linkWorker}, the person's own link worker.");
      }
    }
  }

  /** Rule 8. */
  private void callActivities() {
    for (CallActivity call : all(CallActivity.class)) {
      if (!Files.exists(ModelFiles.PROCESSES.resolve(call.getCalledElement() + ".bpmn"))) {
        add(
            call.getId(),
            8,
            "There is no process bpmn/%s.bpmn.".formatted(call.getCalledElement()));
      }
      if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
        add(
            call.getId(),
            8,
            "Bind the called process with \"deployment\", so that a referral stays with the models"
                + " it began with.");
      }
      if (!call.getId().equals("callActivity_" + ModelFiles.camel(call.getCalledElement()))) {
        add(
            call.getId(),
            8,
            "This calls %s: its id should be callActivity_%s."
                .formatted(call.getCalledElement(), ModelFiles.camel(call.getCalledElement())));
      }
      var ins =
          call.getExtensionElements() == null
              ? List.<CamundaIn>of()
              : List.copyOf(call.getExtensionElements().getChildElementsByType(CamundaIn.class));
      var outs =
          call.getExtensionElements() == null
              ? List.<CamundaOut>of()
              : List.copyOf(call.getExtensionElements().getChildElementsByType(CamundaOut.class));
      if (ins.stream()
          .noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))) {
        add(
            call.getId(),
            8,
            "Pass the business key on (#{execution.processBusinessKey}): the called process must"
                + " know which referral it works for.");
      }
      boolean everything =
          ins.stream().anyMatch(in -> in.getCamundaVariables() != null)
              || outs.stream().anyMatch(out -> out.getCamundaVariables() != null);
      if (everything) {
        add(
            call.getId(),
            8,
            "Pass variables one by one, by name, never \"all\": otherwise nobody can tell what a"
                + " process needs.");
      }
    }
  }

  /** Rule 9. */
  private void processes() {
    for (Process process : all(Process.class)) {
      if (!stem.equals(process.getId())) {
        add(
            process.getId(),
            9,
            "The file is called %s: file name and process id are the same.".formatted(stem));
      }
      if (process.getName() == null || process.getName().isBlank()) {
        add(process.getId(), 9, "Give the process a name that people use.");
      }
      if (!process.isExecutable()) {
        add(process.getId(), 9, "Make the process executable.");
      }
      if (process.getCamundaVersionTag() == null
          || !SEMANTIC_VERSION.matcher(process.getCamundaVersionTag()).matches()) {
        add(
            process.getId(),
            9,
            "Give the process a version tag of three numbers, such as 0.1.0; it never goes into the"
                + " file name.");
      }
      if (process.getCamundaHistoryTimeToLiveString() == null
          || !PERIOD.matcher(process.getCamundaHistoryTimeToLiveString()).matches()) {
        add(process.getId(), 9, "Give the process a history time to live in days, such as P3650D.");
      }
    }
    if (all(Process.class).size() != 1) {
      add(stem, 9, "One file holds one process.");
    }
  }

  /** Rule 9: ids are read in logs, tests and the audit trail, so a person chooses them. */
  private void ids() {
    for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
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
        add(
            id,
            9,
            "Choose an id that says what this is: %s and then a word or two, such as %s."
                .formatted(prefix, prefix + "somethingClear"));
      } else if (MADE_UP.matcher(id).matches()) {
        add(id, 9, "This id was made up by a program. Choose one that says what this is.");
      }
    }
    for (DiagramElement drawn : model.getModelElementsByType(DiagramElement.class)) {
      if (drawn.getId() != null && MADE_UP.matcher(drawn.getId()).matches()) {
        add(
            drawn.getId(),
            9,
            "This id of a shape or arrow was made up by a program. Choose one, such as"
                + " shape_userTask_holdConversation.");
      }
    }
  }

  /** Rule 9: names in sentence case, an object for every verb, a state for every event. */
  private void labels() {
    for (FlowNode node : all(FlowNode.class)) {
      String name = node.getName();
      boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
      if (joins) {
        continue;
      }
      if (name == null || name.isBlank()) {
        add(node.getId(), 9, "Give this a name.");
      } else if (!name.matches("[A-Z]([^A-Z]|\\b[A-Z]{2,}\\b)*")) {
        add(
            node.getId(),
            9,
            "Write \"%s\" in sentence case: one capital letter, at the beginning.".formatted(name));
      } else if (name.matches("(?i)(handle|process|manage|perform)\\b.*")) {
        add(
            node.getId(),
            9,
            "\"%s\" says little. Use the verb that a link worker would use.".formatted(name));
      } else if (node instanceof Event && name.endsWith("?")) {
        add(node.getId(), 9, "An event is a state that has been reached, not a question.");
      }
    }
  }

  /** Rule 9. */
  private void messages() {
    var used = new HashSet<String>();
    for (MessageEventDefinition event : all(MessageEventDefinition.class)) {
      if (event.getMessage() == null) {
        add(
            event.getParentElement().getAttributeValue("id"),
            9,
            "Say which message this event waits for.");
      } else {
        used.add(event.getMessage().getId());
      }
    }
    var names = new HashSet<String>();
    for (Message message : all(Message.class)) {
      if (message.getName() == null || !MESSAGE_NAME.matcher(message.getName()).matches()) {
        add(message.getId(), 9, "A message is named module.pastTense, such as referral.withdrawn.");
      }
      if (!used.contains(message.getId()) || !names.add(message.getName())) {
        add(message.getId(), 9, "This message is declared twice or not waited for; remove it.");
      }
    }
  }

  /** Rule 10. */
  private void decoration() {
    for (DiagramElement drawn : model.getModelElementsByType(DiagramElement.class)) {
      for (String namespace :
          List.of(
              "http://bpmn.io/schema/bpmn/biocolor/1.0",
              "http://www.omg.org/spec/BPMN/non-normative/color/1.0")) {
        if (List.of("stroke", "fill", "background-color", "border-color").stream()
            .anyMatch(colour -> drawn.getAttributeValueNs(namespace, colour) != null)) {
          add(
              drawn.getId(),
              10,
              "Remove the colour: not everybody sees it, and nobody knows what it means.");
          break;
        }
      }
    }
    if (!all(DataObject.class).isEmpty() || !all(Association.class).isEmpty()) {
      add(stem, 10, "Remove data objects and notes; say it in the documentation of the step.");
    }
  }

  static String condition(SequenceFlow flow) {
    return flow.getConditionExpression() == null
        ? null
        : flow.getConditionExpression().getTextContent().trim();
  }

  static List<String> groups(UserTask task) {
    return task.getCamundaCandidateGroups() == null
        ? List.of()
        : List.of(task.getCamundaCandidateGroups().split("\\s*,\\s*"));
  }

  /** An extension property of the element, or {@code null}. */
  static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
      Class<T> type) {
    return model.getModelElementsByType(type);
  }

  private void add(String element, int rule, String advice) {
    findings.add(new Finding(file, element, rule, advice));
  }
}
