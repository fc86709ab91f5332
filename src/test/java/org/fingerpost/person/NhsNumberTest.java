package org.fingerpost.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NhsNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9434765919"})
  void a_number_with_the_right_check_digit_is_valid(String number) {
    assertThat(NhsNumber.isValid(number)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "", "9990000019", "999000001", "99900000180", "999000001X", "999 000 0018", "9999999999", "0000000000",
        "٩٩٩٠٠٠٠٠١٨"
      })
  void wrong_check_digits_lengths_and_repeated_digits_are_refused(String number) {
    assertThat(NhsNumber.isValid(number)).isFalse();
  }

  @Test
  void every_other_last_digit_of_a_number_is_refused() {
    for (int digit = 0; digit <= 9; digit++) {
      assertThat(NhsNumber.isValid("999000001" + digit)).isEqualTo(digit == 8);
    }
  }

  @Test
  void a_stem_whose_check_would_be_ten_has_no_valid_number() {
    // Of eleven stems in a row, one leaves the remainder that would need the digit "10".
    int valid = 0;
    for (int stem = 999000000; stem < 999000011; stem++) {
      for (int digit = 0; digit <= 9; digit++) {
        valid += NhsNumber.isValid("" + stem + digit) ? 1 : 0;
      }
    }
    assertThat(valid).isEqualTo(10);
  }

  @Test
  void spaces_and_hyphens_are_taken_out() {
    assertThat(NhsNumber.digits("999 000-0018")).isEqualTo("9990000018");
    assertThat(NhsNumber.digits("  ")).isNull();
    assertThat(NhsNumber.digits(null)).isNull();
  }
}
