package org.fingerpost.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.scheme.Schemes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralTest {

  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @Test
  void a_referral_goes_forward_through_its_stages() {
    var referral = received();

    for (Stage stage : Stage.values()) {
      referral.goOnTo(stage, NOW);
      referral.goOnTo(stage, NOW);
      assertThat(referral.summary().stage()).isEqualTo(stage);
    }
  }

  @Test
  void stages_may_be_skipped_but_never_go_back() {
    var referral = received();
    referral.goOnTo(Stage.FOLLOW_UP, NOW);

    assertThatThrownBy(() -> referral.goOnTo(Stage.INTRODUCED, NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FOLLOW_UP");
  }

  @Test
  void a_link_worker_moves_it_to_assigned_and_another_one_leaves_it_where_it_is() {
    var referral = received();
    referral.assignTo("lowri", List.of("PATCH"), NOW);
    assertThat(referral.summary().stage()).isEqualTo(Stage.ASSIGNED);

    referral.goOnTo(Stage.CONVERSATION, NOW);
    referral.assignTo("tom", List.of("PATCH"), NOW);
    assertThat(referral.summary().stage()).isEqualTo(Stage.CONVERSATION);
    assertThat(referral.summary().linkWorker()).isEqualTo("tom");
  }

  @Test
  void an_ended_referral_never_changes_again() {
    var referral = received();
    referral.nextOn(TODAY, NOW);
    assertThat(referral.close(ClosedState.DUPLICATE, "MERGE", NOW)).isTrue();

    assertThat(referral.summary().nextDate()).isNull();
    assertThat(referral.close(ClosedState.DUPLICATE, "OTHER", NOW)).isFalse();
    assertThat(referral.summary().closureReason()).isEqualTo("MERGE");
    assertThatThrownBy(() -> referral.close(ClosedState.WITHDRAWN, null, NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> referral.goOnTo(Stage.ASSIGNED, NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> referral.assignTo("lowri", List.of("PATCH"), NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> referral.take("SIGNPOST", NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> referral.nextOn(TODAY, NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> referral.askToWithdraw(WithdrawalReason.OTHER, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void only_a_recorded_outcome_completes_a_referral() {
    var referral = received();
    referral.goOnTo(Stage.FOLLOW_UP, NOW);
    assertThatThrownBy(() -> referral.close(ClosedState.COMPLETED, null, NOW)).isInstanceOf(IllegalStateException.class);

    referral.recordOutcome(ClosureReason.GOALS_MET, NOW);
    assertThat(referral.close(ClosedState.COMPLETED, null, NOW)).isTrue();
    assertThat(referral.summary().closureReason()).isEqualTo("GOALS_MET");
    assertThat(referral.summary().stage()).isEqualTo(Stage.OUTCOME_RECORDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNPOSTED", "NOT_ELIGIBLE", "DUPLICATE"})
  void nobody_with_a_link_worker_is_turned_away(ClosedState state) {
    var referral = received();
    referral.assignTo("lowri", List.of("PATCH"), NOW);
    assertThatThrownBy(() -> referral.close(state, null, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "NOT_REACHED"})
  void first_contact_ends_a_referral_only_between_link_worker_and_conversation(ClosedState state) {
    assertThatThrownBy(() -> received().close(state, null, NOW)).isInstanceOf(IllegalStateException.class);

    var assigned = received();
    assigned.assignTo("lowri", List.of("PATCH"), NOW);
    assertThat(assigned.close(state, null, NOW)).isTrue();

    var later = received();
    later.goOnTo(Stage.CONVERSATION, NOW);
    assertThatThrownBy(() -> later.close(state, null, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void a_withdrawal_or_a_death_ends_it_in_any_stage(Stage stage) {
    for (var reason : new WithdrawalReason[] {WithdrawalReason.CHANGED_MIND, WithdrawalReason.DIED}) {
      var referral = received();
      referral.goOnTo(stage, NOW);
      referral.askToWithdraw(reason, NOW);
      assertThat(referral.close(reason.closes(), null, NOW)).isTrue();
      assertThat(referral.summary().closureReason()).isEqualTo(reason.name());
    }
  }

  private static Referral received() {
    var gloucestershire = Schemes.shipped().get("gloucestershire");
    var request = ReferralRules.tidy(AReferral.forZebedee().consent(new ConsentToRefer(true, "PERSON", "IN_PERSON", TODAY.minusMonths(5))).request(), gloucestershire, TODAY);
    return new Referral("FP-TEST-0001", request, UUID.randomUUID(), "GLOUCESTER", "hash", NOW);
  }
}
