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
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
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
      while (!path.isEmpty() && path.get(path.size() - 1).depth() >= line.depth()) {
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

  @Test
  void the_first_contact_reads_like_this() {
    assertThat(read(outline("first-contact")))
        .isEqualTo(
            """
            start To be contacted
            1 system Plan contact
            2 user Record first contact
            3 question What came of it?
              3a branch Try again or call later
                3a.1 wait Next attempt is due
                go_on -> 2 Record first contact
              3b branch Out of tries
                3b.1 system Send letter
                3b.2 user Await answer to letter
                  3b.2a beside Letter is unanswered -> 3b.4 Decide after no contact
                3b.3 question What was heard?
                  3b.3a branch Reached or declined -> Contact made
                  3b.3b branch Call later -> 3a.1 Next attempt is due
                  3b.3c branch Letter came back -> 3b.4 Decide after no contact
                3b.4 user Decide after no contact
                3b.5 question Try once more?
                  3b.5a branch Yes -> 3a.1 Next attempt is due
                  3b.5b branch No -> Not reached
                end Not reached
              3c branch Wrong details
                3c.1 user Find right contact details
                  3c.1a beside Referrer supplied details -> 3a.1 Next attempt is due
                  3c.1b beside Details are overdue -> 3b.1 Send letter
                3c.2 question Right details found?
                  3c.2a branch Yes -> 3a.1 Next attempt is due
                  3c.2b branch No -> 3b.1 Send letter
              3d branch Reached or declined -> Contact made
            end Contact made""");
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
            start start
            1 parallel fork
              1a branch
                1a.1 user Ring
                go_on -> 2 Look back
              1b branch
                1b.1 user Write
                go_on -> 2 Look back
            2 user Look back
            end end""");
  }

  @Test
  void what_no_arrow_leads_to_is_told_last() {
    var model = Bpmn.createExecutableProcess("p").startEvent("start").endEvent("end").done();
    var task = model.newInstance(UserTask.class);
    task.setId("lost");
    model.getModelElementsByType(Process.class).iterator().next().addChildElement(task);

    assertThat(Outline.of(model)).extracting(Line::kind).endsWith(Kind.UNREACHED, Kind.USER);
  }
}
