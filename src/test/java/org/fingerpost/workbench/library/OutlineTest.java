package org.fingerpost.workbench.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.workbench.library.Outline.About;
import org.fingerpost.workbench.library.Outline.Fact;
import org.fingerpost.workbench.library.Outline.Kind;
import org.fingerpost.workbench.library.Outline.Line;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever cannot see a drawing reads the same in order, with nothing left out and nothing twice. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlineTest {

  static Stream<Path> processes() {
    return ModelFiles.processes().stream();
  }

  private static List<Line> outline(String process) {
    return Outline.of(ModelFiles.process(Path.of("bpmn/" + process + ".bpmn")));
  }

  /** The outline as somebody would read it aloud. */
  private static String read(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                "  ".repeat(line.depth())
                    + (line.number().isEmpty() ? "" : line.number() + " ")
                    + line.kind().name().toLowerCase(java.util.Locale.ROOT)
                    + (line.name().isEmpty() ? "" : " " + line.name())
                    + (line.target() == null ? "" : " -> " + (line.target().number() + " " + line.target().name()).trim()))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("processes")
  void every_step_and_every_labelled_branch_is_told_exactly_once(Path file) {
    BpmnModelInstance model = ModelFiles.process(file);
    var steps =
        model.getModelElementsByType(FlowNode.class).stream()
            .filter(node -> !(node instanceof Gateway && node.getOutgoing().size() == 1))
            .map(FlowNode::getId)
            .toList();
    var labelled =
        model.getModelElementsByType(SequenceFlow.class).stream()
            .filter(flow -> flow.getName() != null)
            .map(SequenceFlow::getId)
            .toList();

    var told = Outline.of(model).stream().map(Line::elementId).filter(java.util.Objects::nonNull).toList();

    assertThat(told).doesNotHaveDuplicates().containsAll(steps).containsAll(labelled);
    assertThat(told).hasSize(steps.size() + labelled.size());
  }

  /** What comes before a step in the text can come before it in the process, or is another branch. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("processes")
  void the_order_is_that_of_the_flow(Path file) {
    BpmnModelInstance model = ModelFiles.process(file);
    var lines = Outline.of(model);
    var path = new ArrayList<Line>();
    for (Line line : lines) {
      while (!path.isEmpty() && path.get(path.size() - 1).depth() >= line.depth() && last(path, line)) {
        path.remove(path.size() - 1);
      }
      if (line.kind() == Kind.BRANCH) {
        SequenceFlow flow = model.getModelElementById(line.elementId());
        assertThat(path.get(path.size() - 1).elementId()).as("the question above %s", line.name()).isEqualTo(flow.getSource().getId());
      } else if (line.kind() == Kind.BESIDE) {
        BoundaryEvent event = model.getModelElementById(line.elementId());
        assertThat(path.get(path.size() - 1).elementId()).as("the step above %s", line.name()).isEqualTo(event.getAttachedTo().getId());
      }
      path.add(line);
    }
    assertThat(lines.get(0).kind()).isEqualTo(Kind.START);
    assertThat(lines).extracting(Line::kind).doesNotContain(Kind.UNREACHED);
    for (Line line : lines) {
      if (line.target() != null) {
        assertThat(lines).extracting(Line::elementId).as("where %s goes on", line).contains(line.target().elementId());
      }
    }
  }

  private static boolean last(List<Line> path, Line line) {
    return path.get(path.size() - 1).depth() >= line.depth();
  }

  @Test
  void the_first_contact_reads_like_this() {
    assertThat(read(outline("first-contact")))
        .isEqualTo(
            """
            start To be contacted""");
  }

  @Test
  void a_step_says_who_does_it_by_when_and_which_table_gave_the_time() {
    var step = outline("first-contact").stream().filter(line -> line.elementId().equals("userTask_recordFirstContact")).findFirst().orElseThrow();

    assertThat(step.facts())
        .contains(
            new Fact(About.WHO, "link-workers"),
            new Fact(About.GIVEN, "linkWorker"),
            new Fact(About.FORM, "record-first-contact"),
            new Fact(About.DUE, "contactDueAt"),
            new Fact(About.TIME_FROM, "contact-plan"),
            new Fact(About.TABLE, "contact-plan"));
  }

  @Test
  void branches_walked_at_once_are_told_one_after_the_other_and_then_what_follows_both() {
    var model =
        Bpmn.createExecutableProcess("p")
            .startEvent("start")
            .parallelGateway("fork")
            .userTask("ring").name("Ring")
            .parallelGateway("join")
            .userTask("after").name("Look back")
            .endEvent("end")
            .moveToNode("fork")
            .userTask("write").name("Write")
            .connectTo("join")
            .done();

    assertThat(read(Outline.of(model)))
        .isEqualTo(
            """
            start
            1 parallel
              1a branch
                1a.1 user Ring
                go_on -> 2 Look back
              1b branch
                1b.1 user Write
                go_on -> 2 Look back
            2 user Look back
            end""");
  }

  @Test
  void what_no_arrow_leads_to_is_told_last() {
    var model = Bpmn.createExecutableProcess("p").startEvent("start").endEvent("end").done();
    Process lost = new Process();
    lost.add(model);

    assertThat(Outline.of(model)).extracting(Line::kind).endsWith(Kind.UNREACHED, Kind.USER);
  }

  /** Puts a step into a process that nothing leads to. */
  private static final class Process {

    private void add(BpmnModelInstance model) {
      var task = model.newInstance(org.camunda.bpm.model.bpmn.instance.UserTask.class);
      task.setId("lost");
      model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class).iterator().next().addChildElement(task);
    }
  }
}
