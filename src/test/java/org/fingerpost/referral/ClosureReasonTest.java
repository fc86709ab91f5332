package org.fingerpost.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.fingerpost.referral.ClosureReason.Group;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The list of endings: domain research 4.5. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosureReasonTest {

  @Test
  void every_reason_closes_in_a_state_and_belongs_to_a_group() {
    assertThat(ClosureReason.values()).hasSize(15).allMatch(r -> r.closes() != null && r.group() != null);
    assertThat(Arrays.stream(ClosureReason.values()).map(ClosureReason::group)).contains(Group.values());
  }

  @Test
  void an_outcome_never_says_what_only_happens_before_there_is_one() {
    assertThat(ClosureReason.ofOutcomes())
        .doesNotContain(
            ClosureReason.DECLINED_AT_FIRST_CONTACT,
            ClosureReason.COULD_NOT_CONTACT,
            ClosureReason.NOT_ELIGIBLE,
            ClosureReason.DUPLICATE);
    assertThat(ClosureReason.ofOutcomes().stream().map(ClosureReason::closes))
        .isSubsetOf(EnumSet.of(ClosedState.COMPLETED, ClosedState.TRANSFERRED, ClosedState.DIED));
  }
}
