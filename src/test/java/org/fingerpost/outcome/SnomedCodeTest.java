package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.referral.ClosedState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Codes go into somebody's medical record, so only those go out that more than one source confirms. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnomedCodeTest {

  /** Code by where it was confirmed: domain research 2.2, those of high confidence that say what became of a referral. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "871731000000106",
              "Referral to social prescribing service: socialrx.co.uk; transformationpartnersinhealthandcare.nhs.uk FAQ; a GM code set",
          "871711000000103",
              "Social prescribing declined: socialrx.co.uk; transformationpartnersinhealthandcare.nhs.uk FAQ");

  @Test
  void only_codes_with_a_certain_source_can_be_sent() {
    assertThat(Arrays.stream(SnomedCode.values()).map(SnomedCode::id).collect(Collectors.toSet()))
        .as("a code without a source here may not be used; the offered code 871691000000100 is not certain")
        .isEqualTo(ALLOWED.keySet());
  }

  @Test
  void every_code_has_the_right_check_digit() {
    assertThat(SnomedCode.values()).allMatch(code -> verhoeff(code.id()), "Verhoeff check digit of SNOMED CT");
  }

  @Test
  void who_was_supported_had_accepted_whatever_came_of_it() {
    for (var state : ClosedState.values()) {
      assertThat(SnomedCode.certainFor(state, true)).containsExactly(SnomedCode.REFERRAL);
    }
  }

  @Test
  void declined_is_coded_only_where_the_person_said_no() {
    assertThat(SnomedCode.certainFor(ClosedState.DECLINED, false)).containsExactly(SnomedCode.DECLINED);
    for (var state : EnumSet.complementOf(EnumSet.of(ClosedState.DECLINED))) {
      assertThat(SnomedCode.certainFor(state, false)).as("%s says nothing that has a certain code", state).isEmpty();
    }
  }

  private static boolean verhoeff(String id) {
    int[][] d = new int[10][10];
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        d[i][j] = i < 5 ? j < 5 ? (i + j) % 5 : (i + j - 5) % 5 + 5 : j < 5 ? (i - j) % 5 + 5 : Math.floorMod(i - j, 5);
      }
    }
    for (int i = 5; i < 10; i++) {
      for (int j = 0; j < 5; j++) {
        d[i][j] = Math.floorMod(i - 5 - j, 5) + 5;
      }
    }
    int[] once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    int check = 0;
    for (int i = 0; i < id.length(); i++) {
      int digit = id.charAt(id.length() - 1 - i) - '0';
      for (int times = 0; times < i % 8; times++) {
        digit = once[digit];
      }
      check = d[check][digit];
    }
    return check == 0;
  }
}
