package org.fingerpost.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fingerpost.workbench.replay.TokenReplay.Because;
import org.fingerpost.workbench.replay.TokenReplay.Recorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens along recorded steps, step by step, on the referral journey as it is. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenReplayTest {

  private static final Recorded RECEIVED = step("startEvent_referralReceived", "startEvent", 0, 1L, false);
  private static final Recorded DECIDED = step("businessRuleTask_decideRoute", "businessRuleTask", 1, 2L, false);
  private static final Recorded ASSIGNED = step("serviceTask_assignLinkWorker", "serviceTask", 3, 4L, false);
  private static final Recorded CONTACT = step("callActivity_firstContact", "callActivity", 5, 50L, false);

  private static Recorded step(String id, String type, long started, Long ended, boolean cancelled) {
    return new Recorded(id, null, type, started, ended, cancelled);
  }

  private static TokenReplay.Result replay(boolean ended, Recorded... path) throws IOException {
    var file = Path.of("bpmn/referral-journey.bpmn");
    return new TokenReplay(DraftGraph.of(file.toString(), Files.readAllBytes(file))).replay(List.of(path), ended);
  }

  @Test
  void gateways_are_passed_in_silence_and_what_is_under_way_may_wait() throws IOException {
    assertThat(replay(false, RECEIVED, DECIDED, ASSIGNED, step("callActivity_firstContact", "callActivity", 5, null, false)).deviation())
        .isNull();
  }

  @Test
  void a_step_left_out_stops_the_case_at_the_next_one() throws IOException {
    var deviation = replay(false, RECEIVED, DECIDED, CONTACT).deviation();
    assertThat(deviation.step()).isEqualTo("callActivity_firstContact");
    assertThat(deviation.because()).isEqualTo(Because.NOT_THERE);
    assertThat(deviation.after()).isEqualTo("businessRuleTask_decideRoute");
    assertThat(deviation.expected()).contains("serviceTask_assignLinkWorker", "callActivity_settleRoute");
  }

  @Test
  void what_waits_beside_may_end_everything_at_any_time() throws IOException {
    assertThat(
            replay(
                    true,
                    RECEIVED,
                    DECIDED,
                    ASSIGNED,
                    step("callActivity_firstContact", "callActivity", 5, 20L, true),
                    step("startEvent_referralEnded", "startEvent", 21, 22L, false),
                    step("serviceTask_stopWork", "serviceTask", 22, 23L, false),
                    step("serviceTask_closeEnded", "serviceTask", 23, 24L, false))
                .deviation())
        .isNull();
  }

  @Test
  void a_case_that_ended_where_the_draft_goes_on_is_told() throws IOException {
    var deviation = replay(true, RECEIVED, DECIDED, ASSIGNED, CONTACT).deviation();
    assertThat(deviation.because()).isEqualTo(Because.GOES_ON);
    assertThat(deviation.expected()).contains("userTask_holdConversation");
  }
}
