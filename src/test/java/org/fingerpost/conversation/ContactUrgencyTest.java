package org.fingerpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactUrgencyTest {

  @Test
  void an_open_safeguarding_concern_is_urgent_whoever_refers() {
    assertThat(ContactUrgency.isUrgent(List.of("FALLS", "SAFEGUARDING_OPEN"), "PHARMACY")).isTrue();
  }

  @Test
  void somebody_coming_out_of_hospital_is_urgent_even_without_a_known_risk() {
    assertThat(ContactUrgency.isUrgent(List.of("NONE_KNOWN"), "HOSPITAL_DISCHARGE")).isTrue();
  }

  @Test
  void a_home_visit_and_falls_are_things_to_know_but_not_urgent() {
    assertThat(ContactUrgency.isUrgent(List.of("HOME_VISIT", "FALLS"), "GENERAL_PRACTICE")).isFalse();
  }
}
