package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.audit.CasePaths.Passage;
import org.fingerpost.audit.ProcessFlows.Flow;
import org.fingerpost.audit.StoryLine.Element;
import org.junit.jupiter.api.Test;

/** Which arrows a case went by is said where the record leaves no doubt, and nowhere else. */
class ArrowsTakenTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final List<Flow> flows = new ArrayList<>();
  private final List<Passage> path = new ArrayList<>();

  private ArrowsTakenTest arrow(String from, String to) {
    flows.add(new Flow(from + ">" + to, "", from, to));
    return this;
  }

  /** A step, begun and left so many minutes after nine; left never where it is negative. */
  private ArrowsTakenTest step(String id, String type, int from, int to) {
    return passage(new Passage("p" + path.size(), "case", "v1", new Element(id, null, type), at(from), to < 0 ? null : at(to), false, null));
  }

  private ArrowsTakenTest passage(Passage passage) {
    path.add(passage);
    return this;
  }

  private static Instant at(int minutes) {
    return NINE.plusSeconds(60L * minutes);
  }

  /** The arrows by step; a question mark where it is not certain, a dash where none leads there. */
  private List<String> taken() {
    var taken = ArrowsTaken.of(path, new ProcessFlows(flows), "v1");
    return path.stream()
        .map(step -> taken.containsKey(step.id()) ? taken.get(step.id()).map(Flow::id).orElse("?") : "-")
        .toList();
  }

  @Test
  void a_straight_way_with_a_loop_is_certain() {
    arrow("start", "ask").arrow("ask", "more").arrow("more", "ask").arrow("more", "end");
    step("start", "startEvent", 0, 0).step("ask", "userTask", 0, 5).step("more", "exclusiveGateway", 5, 5);
    step("ask", "userTask", 5, 9).step("more", "exclusiveGateway", 9, 9).step("end", "noneEndEvent", 9, 9);

    assertThat(taken()).containsExactly("-", "start>ask", "ask>more", "more>ask", "ask>more", "more>end");
  }

  @Test
  void a_fork_gives_a_token_to_each_and_a_join_takes_one_from_each() {
    arrow("fork", "a").arrow("fork", "b").arrow("a", "join").arrow("b", "join").arrow("join", "end");
    step("fork", "parallelGateway", 0, 0).step("a", "userTask", 0, 3).step("b", "userTask", 0, 7);
    step("join", "parallelGateway", 3, 7).step("join", "parallelGateway", 7, 7).step("end", "noneEndEvent", 7, 7);

    assertThat(taken().subList(0, 5)).containsExactly("-", "fork>a", "fork>b", "a>join", "b>join");
  }

  @Test
  void where_two_steps_could_have_led_on_nothing_is_claimed_then_or_later() {
    arrow("a", "mend").arrow("b", "mend").arrow("mend", "end");
    step("a", "userTask", 0, 4).step("b", "userTask", 0, 4).step("mend", "userTask", 4, 6).step("mend", "userTask", 4, -1).step("end", "noneEndEvent", 6, 6);

    assertThat(taken()).containsExactly("-", "-", "?", "?", "mend>end");
  }

  @Test
  void two_arrows_between_the_same_steps_are_not_told_apart() {
    arrow("ask", "do").flows.add(new Flow("other", "otherwise", "ask", "do"));
    step("ask", "exclusiveGateway", 0, 0).step("do", "userTask", 0, -1);

    assertThat(taken()).containsExactly("-", "?");
  }

  @Test
  void a_step_that_was_broken_off_or_goes_on_led_nowhere_and_a_timer_at_its_edge_did() {
    arrow("ask", "next").arrow("late", "next");
    passage(new Passage("x", "case", "v1", new Element("ask", null, "userTask"), at(0), at(5), true, null));
    step("late", "boundaryTimer", 5, 5).step("next", "userTask", 5, -1);
    assertThat(taken()).containsExactly("-", "-", "late>next");

    path.clear();
    step("ask", "userTask", 0, -1).step("next", "userTask", 5, -1);
    assertThat(taken()).as("begun by hand").containsExactly("-", "?");
  }

  @Test
  void steps_of_another_version_or_of_another_sub_process_lead_nowhere_in_this_one() {
    arrow("a", "b").arrow("b", "c");
    passage(new Passage("x", "case", "v0", new Element("a", null, "userTask"), at(0), at(1), false, null));
    step("b", "userTask", 1, 2);
    passage(new Passage("y", "inner", "v1", new Element("c", null, "userTask"), at(2), null, false, null));

    assertThat(taken()).containsExactly("-", "?", "?");
  }

  @Test
  void a_step_done_several_times_is_begun_once() {
    arrow("a", "each").arrow("each", "end");
    step("a", "userTask", 0, 1);
    passage(new Passage("body", "case", "v1", new Element("each#multiInstanceBody", null, "multiInstanceBody"), at(1), at(4), false, null));
    passage(new Passage("one", "body", "v1", new Element("each", null, "userTask"), at(1), at(3), false, null));
    passage(new Passage("two", "body", "v1", new Element("each", null, "userTask"), at(1), at(4), false, null));
    step("end", "noneEndEvent", 4, 4);

    assertThat(taken()).containsExactly("-", "a>each", "-", "-", "each>end");
  }

  @Test
  void arrows_are_read_from_the_model_and_a_broken_model_has_none() {
    var xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><subProcess id="s">
        <sequenceFlow id="f" name="not&#10;yet" sourceRef="a" targetRef="b"/></subProcess></process></definitions>""";

    assertThat(ProcessFlows.read(xml).into("b")).containsExactly(new Flow("f", "not yet", "a", "b"));
    assertThat(ProcessFlows.read("<no").all()).isEmpty();
    assertThat(ArrowsTaken.of(List.of(), new ProcessFlows(List.of()), "v1")).isEqualTo(java.util.Map.<String, Optional<Flow>>of());
  }
}
