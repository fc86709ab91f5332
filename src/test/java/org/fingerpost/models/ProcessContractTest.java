package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.fingerpost.grants.journey.CheckGrant;
import org.fingerpost.grants.journey.MonitorGrant;
import org.fingerpost.grants.journey.PayGrant;
import org.fingerpost.grants.journey.ProjectGrant;
import org.fingerpost.grants.journey.ScoreGrant;
import org.fingerpost.kitemark.journey.KeepMark;
import org.fingerpost.kitemark.journey.KitemarkAward;
import org.fingerpost.kitemark.journey.SuspendMark;
import org.fingerpost.platform.engine.ProcessVariable;
import org.fingerpost.questionnaire.journey.HelpWithApplication;
import org.fingerpost.community.journey.NameOfficer;
import org.fingerpost.community.journey.StartGroup;
import org.fingerpost.community.journey.SupportGroup;
import org.fingerpost.referral.journey.ActiveSignposting;
import org.fingerpost.referral.journey.CoverAbsence;
import org.fingerpost.referral.journey.FirstContact;
import org.fingerpost.referral.journey.FollowUpCycle;
import org.fingerpost.referral.journey.IntroduceActivity;
import org.fingerpost.referral.journey.LaterReview;
import org.fingerpost.referral.journey.PausedIntroduction;
import org.fingerpost.referral.journey.ProviderQuestion;
import org.fingerpost.referral.journey.ReferralJourney;
import org.fingerpost.referral.journey.SafeguardingConcern;
import org.fingerpost.referral.journey.SettleRoute;
import org.fingerpost.referral.journey.WaitForLinkWorker;
import org.fingerpost.referral.journey.WaitForPlace;
import org.fingerpost.workbench.journey.ChangeModel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Java and a process have agreed on, once in a class and once in a diagram, is the same thing.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessContractTest {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "(startEvent|endEvent|event|userTask|serviceTask|businessRuleTask|callActivity|gateway|flow"
              + "|eventSubProcess)_[A-Za-z]+");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[$]\\{!?([a-z][A-Za-z0-9]*)(?<!Delegate)(?: =="
              + " '[A-Z_]+')?}|(?:source|target)=\"([a-z][A-Za-z0-9]*)\"");

  static Stream<Class<?>> contracts() {
    return Stream.of(
        ProjectGrant.class,
        CheckGrant.class,
        ScoreGrant.class,
        PayGrant.class,
        MonitorGrant.class,
        ReferralJourney.class,
        SettleRoute.class,
        WaitForLinkWorker.class,
        CoverAbsence.class,
        FirstContact.class,
        IntroduceActivity.class,
        WaitForPlace.class,
        ProviderQuestion.class,
        PausedIntroduction.class,
        SuspendMark.class,
        FollowUpCycle.class,
        LaterReview.class,
        KeepMark.class,
        ActiveSignposting.class,
        SafeguardingConcern.class,
        HelpWithApplication.class,
        NameOfficer.class,
        SupportGroup.class,
        StartGroup.class,
        ChangeModel.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void elements_messages_and_decisions_have_the_same_names(Class<?> contract) throws Exception {
    Path file = fileOf(contract);
    var model = ModelFiles.process(file);
    var said = new TreeSet<String>();
    for (Field field : contract.getFields()) {
      if (field.get(null) instanceof String text) {
        if (ELEMENT.matcher(text).matches()) {
          said.add(text);
        } else if (field.getName().startsWith("MESSAGE_")) {
          assertThat(model.getModelElementsByType(Message.class))
              .as("%s.%s names a message of %s", contract.getSimpleName(), field.getName(), file)
              .extracting(Message::getName)
              .contains(text);
        } else if (field.getName().startsWith("DECISION_")) {
          assertThat(ModelFiles.text(file))
              .as("decision of %s", file)
              .contains("value=\"" + text + "\"");
        }
      }
    }
    var drawn = new TreeSet<String>();
    model.getModelElementsByType(FlowElement.class).forEach(element -> drawn.add(element.getId()));
    assertThat(drawn)
        .as(
            "%s names elements that %s lacks: give back their ids, or change both",
            contract.getSimpleName(), file)
        .containsAll(said);
    var nodes = new TreeSet<String>();
    model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> !(node instanceof Gateway))
        .forEach(node -> nodes.add(node.getId()));
    assertThat(said)
        .as(
            "%s has steps that %s does not name: add a constant for each",
            file, contract.getSimpleName())
        .containsAll(nodes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void variables_have_the_same_names(Class<?> contract) throws Exception {
    Path file = fileOf(contract);
    var said = new TreeSet<String>();
    for (Field field : contract.getFields()) {
      if (field.get(null) instanceof ProcessVariable<?> variable) {
        said.add(variable.name());
      }
    }
    Set<String> drawn = variablesOf(file);
    if (contract != ReferralJourney.class) {
      drawn.removeAll(List.of(ReferralJourney.LINK_WORKER.name()));
    }
    assertThat(drawn)
        .as(
            "variables of %s on the left, of %s on the right (a step's properties \"reads\" and"
                + " \"writes\")",
            file, contract.getSimpleName())
        .isEqualTo(said);
  }

  private static Set<String> variablesOf(Path file) {
    var names = new TreeSet<String>();
    Matcher matcher = VARIABLE.matcher(ModelFiles.text(file));
    while (matcher.find()) {
      names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    for (FlowElement element : ModelFiles.process(file).getModelElementsByType(FlowElement.class)) {
      names.addAll(ModelPages.listed(element, "writes"));
      names.addAll(ModelPages.listed(element, "reads"));
    }
    return names;
  }

  private static Path fileOf(Class<?> contract) throws ReflectiveOperationException {
    return ModelFiles.PROCESSES.resolve(contract.getField("PROCESS_ID").get(null) + ".bpmn");
  }
}
