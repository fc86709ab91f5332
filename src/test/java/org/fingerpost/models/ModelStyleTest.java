package org.fingerpost.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fingerpost.platform.engine.ModelGuard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The processes obey {@code src/docs/models/style.md}, and each rule notices when it is broken. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelStyleTest {

  private static final String JOURNEY = "bpmn/referral-journey.bpmn";
  private static final String WAIT = "bpmn/wait-for-link-worker.bpmn";
  private static final String INTRODUCTION = "bpmn/introduce-activity.bpmn";

  static Stream<Path> processes() {
    return ModelFiles.processes().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("processes")
  void a_process_says_what_it_does(Path file) {
    assertThat(Finding.list(WhatIsFound.in(file))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("processes")
  void a_diagram_can_be_read_by_following_one_line(Path file) {
    assertThat(Finding.list(DiagramGeometry.check(file, ModelFiles.process(file)))).isEmpty();
  }

  @Test
  void the_engine_may_have_every_model() {
    var refusals = new ArrayList<ModelGuard.Refusal>();
    Stream.of(ModelFiles.processes(), ModelFiles.decisions(), ModelFiles.forms())
        .flatMap(List::stream)
        .forEach(
            file ->
                refusals.addAll(
                    ModelGuard.check(file.toString(), ModelFiles.text(file).getBytes())));
    assertThat(refusals).isEmpty();
  }

  @Test
  void each_form_belongs_to_a_user_task() {
    var used =
        ModelFiles.processes().stream()
            .flatMap(
                file -> ModelFiles.process(file).getModelElementsByType(UserTask.class).stream())
            .map(UserTask::getCamundaFormRef)
            .toList();
    assertThat(ModelFiles.forms())
        .extracting(ModelFiles::stem)
        .containsExactlyInAnyOrderElementsOf(used);
  }

  /** What somebody might do by mistake in Modeler, and the words that should help them. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        broken(
            "a No arrow with the Yes case",
            JOURNEY,
            "${!linkWorkerFound}",
            "${linkWorkerFound}",
            "is the Yes case. Write ${!linkWorkerFound}",
            5),
        broken(
            "a Yes arrow with the No case",
            JOURNEY,
            "${routeToConfirm}",
            "${!routeToConfirm}",
            "is the No case",
            5),
        broken(
            "no default arrow",
            JOURNEY,
            " default=\"flow_linkWorker\"",
            "",
            "Make one arrow the default",
            5),
        broken(
            "an arrow without a label",
            JOURNEY,
            "id=\"flow_signpost\" name=\"Signpost\"",
            "id=\"flow_signpost\"",
            "Label this arrow",
            5),
        broken("a gateway that asks nothing", JOURNEY, "Which route?", "Route", "question mark", 5),
        broken(
            "a clever condition",
            JOURNEY,
            "${route == 'SIGNPOST'}",
            "${route == 'SIGNPOST' and takenOn}",
            "anything longer belongs in a decision table",
            0),
        broken(
            "a duration in the diagram",
            "bpmn/follow-up-cycle.bpmn",
            "${checkInDueAt}</bpmn:timeDate>",
            "P6W</bpmn:timeDate>",
            "row of a decision table",
            6),
        broken(
            "a class instead of a delegate",
            JOURNEY,
            "camunda:delegateExpression=\"${closeUntakenDelegate}\"",
            "camunda:class=\"org.example.Signpost\"",
            "a model names delegates",
            0),
        broken(
            "a table that is not there",
            JOURNEY,
            "value=\"referral-route\"",
            "value=\"referral-rout\"",
            "There is no decision table",
            7),
        broken(
            "all variables at once",
            JOURNEY,
            "<camunda:out source=\"contactResult\" target=\"contactResult\" />",
            "<camunda:out variables=\"all\" />",
            "one by one",
            0),
        broken(
            "a lost business key",
            JOURNEY,
            "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
            "",
            "pass the reference on",
            8),
        broken("a years' time to live", JOURNEY, "P3650D", "P10Y", "in days", 9),
        broken(
            "a made-up id",
            JOURNEY,
            "userTask_recordOutcome",
            "Activity_0vq8eyq",
            "Choose an id",
            9),
        broken(
            "shouting",
            JOURNEY,
            "name=\"Record outcome\"",
            "name=\"Record Outcome\"",
            "sentence case",
            9),
        broken(
            "a task nobody explains",
            WAIT,
            "The team lead sees the referral's place on the waiting list and what each link worker has"
                + " in hand, and may choose who takes it on, room or no room. Nobody has to: when somebody"
                + " has room the task ends by itself. The choice is recorded with the name of the team lead.",
            "Choose.",
            "two or three plain sentences",
            4),
        broken(
            "the wrong role in the words",
            WAIT,
            "The team lead sees",
            "The link worker sees",
            "should begin \"The team lead",
            4),
        broken(
            "a role that does not exist",
            WAIT,
            "candidateGroups=\"team-leads\"",
            "candidateGroups=\"managers\"",
            "Candidate groups",
            11),
        broken(
            "a form that is not there",
            WAIT,
            "formRef=\"find-link-worker\"",
            "formRef=\"find-worker\"",
            "userTask_findWorker",
            11),
        broken(
            "a slanting arrow",
            JOURNEY,
            "<di:waypoint x=\"840\" y=\"280\" />",
            "<di:waypoint x=\"840\" y=\"270\" />",
            "never at a slant",
            1),
        broken(
            "a step off the line",
            JOURNEY,
            "<dc:Bounds x=\"1935\" y=\"240\"",
            "<dc:Bounds x=\"1935\" y=\"300\"",
            "breaks off here",
            1),
        broken(
            "an arrow through a task",
            INTRODUCTION,
            "<di:waypoint x=\"1225\" y=\"660\" />\n        <di:waypoint x=\"285\" y=\"660\" />",
            "<di:waypoint x=\"1225\" y=\"395\" />\n        <di:waypoint x=\"285\" y=\"395\" />",
            "runs through",
            1),
        broken(
            "a name over an arrow",
            JOURNEY,
            "<dc:Bounds x=\"478\" y=\"262\"",
            "<dc:Bounds x=\"478\" y=\"274\"",
            "lies over the arrow",
            1),
        broken(
            "a resized symbol",
            JOURNEY,
            "width=\"100\" height=\"80\"",
            "width=\"140\" height=\"80\"",
            "usual size",
            10));
  }

  private static Arguments broken(
      String mistake, String file, String from, String to, String advice, int rule) {
    return Arguments.of(mistake, file, from, to, advice, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_answered_with_advice(
      String mistake, String name, String from, String to, String advice, int rule) {
    var file = Path.of(name);
    String xml = ModelFiles.text(file);
    assertThat(xml).as("the model still holds what this example breaks").contains(from);
    String broken = xml.replace(from, to);
    var findings = new ArrayList<>(WhatIsFound.in(file.toString(), broken));
    findings.addAll(DiagramGeometry.check(file, ModelFiles.process(broken)));

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.advice()).contains(advice);
              assertThat(finding.rule()).isEqualTo(rule);
            });
  }

  @Test
  void a_file_is_named_after_its_process() {
    assertThat(WhatIsFound.in("bpmn/other-name.bpmn", ModelFiles.text(Path.of("bpmn/first-contact.bpmn"))))
        .extracting(Finding::advice)
        .anyMatch(advice -> advice.contains("file name and process id are the same"));
  }
}
