package org.fingerpost.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignInThrottleTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.7";

  private final SignInThrottle throttle = new SignInThrottle();

  private void wrong(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.wrong(account, address);
    }
  }

  @Test
  void a_few_wrong_passwords_are_forgiven() {
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS - 1, "lowri", HERE);
    assertThat(throttle.refuses("lowri", HERE)).isFalse();
  }

  @Test
  void one_account_from_one_place_is_slowed_down() {
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS, "lowri", HERE);
    assertThat(throttle.refuses("lowri", HERE)).isTrue();
  }

  @Test
  void a_colleague_at_the_same_place_is_not_stopped_by_it() {
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS, "lowri", HERE);
    assertThat(throttle.refuses("tom", HERE)).isFalse();
  }

  @Test
  void the_account_itself_is_not_stopped_at_another_place() {
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS, "lowri", HERE);
    assertThat(throttle.refuses("lowri", ELSEWHERE)).isFalse();
  }

  @Test
  void many_accounts_from_one_place_are_slowed_down() {
    for (int i = 0; i < SignInThrottle.BY_ADDRESS; i++) {
      assertThat(throttle.refuses("account" + i, HERE)).isFalse();
      throttle.wrong("account" + i, HERE);
    }
    assertThat(throttle.refuses("lowri", HERE)).isTrue();
    assertThat(throttle.refuses("lowri", ELSEWHERE)).isFalse();
  }

  @Test
  void one_account_from_many_places_is_slowed_down_except_where_it_is_at_home() {
    throttle.right("lowri", HERE);
    for (int i = 0; i < SignInThrottle.BY_ACCOUNT; i++) {
      throttle.wrong("lowri", "203.0.113." + i);
    }
    assertThat(throttle.refuses("lowri", ELSEWHERE)).isTrue();
    assertThat(throttle.refuses("lowri", HERE)).as("nobody can lock lowri out of her own desk").isFalse();
    assertThat(throttle.refuses("tom", ELSEWHERE)).isFalse();
  }

  @Test
  void the_right_password_starts_the_count_of_that_account_there_again() {
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS - 1, "lowri", HERE);
    throttle.right("lowri", HERE);
    wrong(SignInThrottle.BY_ACCOUNT_AND_ADDRESS - 1, "lowri", HERE);
    assertThat(throttle.refuses("lowri", HERE)).isFalse();
  }

  @Test
  void an_own_account_does_not_help_to_guess_at_others() {
    for (int i = 0; i < SignInThrottle.BY_ADDRESS; i++) {
      throttle.wrong("account" + i, HERE);
      throttle.right("mallory", HERE);
    }
    assertThat(throttle.refuses("lowri", HERE)).isTrue();
  }
}
