package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowOrderTest {

  @Test
  void the_steps_of_a_called_process_stand_between_the_steps_around_its_call() {
    var order = new FlowOrder();
    order.add("assign", "journey", 11, null);
    order.add("call", "journey", 15, "contact");
    order.add("talk", "journey", 19, null);
    order.add("plan", "contact", 3, null);
    order.add("reached", "contact", 15, null);

    var flow =
        List.of(
            order.beginningOf("journey"),
            order.done("assign"),
            order.beginningOf("contact"),
            order.during("plan"),
            order.done("plan"),
            order.done("reached"),
            order.endOf("contact"),
            order.done("talk"),
            order.endOf("journey"));

    var shuffled =
        Stream.of(4, 8, 0, 2, 6, 1, 7, 3, 5).map(flow::get).sorted(FlowOrder::compare).toList();
    assertThat(shuffled).isEqualTo(flow);
  }

  @Test
  void a_step_that_is_no_longer_kept_has_no_place_and_comes_first() {
    assertThat(new FlowOrder().done("forgotten")).isEmpty();
  }
}
