package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The gate over all stories together; it runs last, and only in a run that told them all. */
@Order(Integer.MAX_VALUE)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeModelsWalkedTest {

  private static final double ARROWS_WALKED = 0.95;

  @Test
  void the_stories_together_walk_every_step_of_every_process() throws IOException {
    assumeWholeRun();
    assertThat(notWalked(FlowNode.class)).as("steps that no story walks; tell one that does").isEmpty();
  }

  @Test
  void the_stories_together_take_nearly_every_arrow() throws IOException {
    assumeWholeRun();
    var left = notWalked(SequenceFlow.class);
    double walked = 1 - (double) left.size() / all(SequenceFlow.class);
    assertThat(walked).as("share of arrows taken; left are %s", left).isGreaterThanOrEqualTo(ARROWS_WALKED);
  }

  private static void assumeWholeRun() throws IOException {
    try (var files = Files.list(Path.of("src/test/java/org/fingerpost/journeys"))) {
      var stories =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("JourneyTest"))
              .collect(Collectors.toCollection(TreeSet::new));
      stories.removeAll(StoriesTold.classes());
      assumeTrue(stories.isEmpty(), () -> "runs with all stories; not told are " + stories);
    }
  }

  private static Collection<String> notWalked(Class<? extends FlowElement> kind) throws IOException {
    var left = new TreeSet<String>();
    for (var file : models()) {
      var model = Bpmn.readModelFromFile(file.toFile());
      var process = model.getModelElementsByType(Process.class).iterator().next().getId();
      model.getModelElementsByType(kind).stream()
          .map(FlowElement::getId)
          .filter(id -> !WalkedPaths.walked(process, id))
          .forEach(id -> left.add(process + ": " + id));
    }
    return left;
  }

  private static int all(Class<? extends FlowElement> kind) throws IOException {
    int all = 0;
    for (var file : models()) {
      all += Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(kind).size();
    }
    return all;
  }

  private static Collection<Path> models() throws IOException {
    try (var files = Files.walk(Path.of("bpmn"))) {
      return files.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList();
    }
  }
}
