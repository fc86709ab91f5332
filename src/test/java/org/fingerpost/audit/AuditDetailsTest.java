package org.fingerpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditDetailsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LINK_WORKER",
        "rule_immediateRisk, rule_noConsent",
        "LONELINESS,MONEY,NATURE",
        "NONE_KNOWN, FALLS, HOME_VISIT, AGGRESSION, SELF_HARM_HISTORY, DOMESTIC_ABUSE, MH_UNSTABLE,"
            + " OTHER",
        "2026-09-04T09:00:00Z",
        "2026-09-04",
        "referral-route@3",
        "referral-route:3:7d1f0b0e-2f6a-11f0-9d2a-0242ac120002",
        "12345678-1234-1234-1234-123456789012",
        "GP/NHS 111 +1"
      })
  void codes_ids_counts_and_dates_are_kept_as_they_are(String value) {
    assertThat(AuditDetails.checked(Map.of("key", value))).containsEntry("key", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Glenys has been on her own since the spring",
        "Siân",
        "said \"no\"",
        "a(b)",
        "line\nbreak",
        "glenys.parry@example.org",
        "someone@",
        "07700 900123",
        "+44 7700 900123",
        "999 000 0000",
        "9990000000"
      })
  void whatever_looks_like_a_person_or_prose_is_refused_without_being_repeated(String value) {
    assertThatThrownBy(() -> AuditDetails.checked(Map.of("reasonCode", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reasonCode")
        .hasMessageNotContaining(value);
  }

  @Test
  void a_value_of_more_than_200_characters_is_refused() {
    assertThat(AuditDetails.checked(Map.of("codes", "A".repeat(200)))).hasSize(1);
    assertThatThrownBy(() -> AuditDetails.checked(Map.of("codes", "A".repeat(201))))
        .hasMessageContaining("longer than 200 characters");
  }

  @Test
  void the_order_is_kept_and_what_has_no_value_is_left_out() {
    var details = new LinkedHashMap<String, String>();
    details.put("route", "SIGNPOST");
    details.put("areaCode", null);
    details.put("attempt", "2");

    assertThat(AuditDetails.checked(details).keySet()).containsExactly("route", "attempt");
  }

  @Test
  void a_key_is_one_camel_case_word() {
    var details = new HashMap<String, String>();
    details.put("What was said", "YES");

    assertThatThrownBy(() -> AuditDetails.checked(details))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "received",
        "Referral.Received",
        "referral received",
        "referral.",
        "referral.received.twice"
      })
  void an_act_is_written_module_first(String act) {
    assertThatThrownBy(() -> AuditDetails.checkedAct(act))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subjects_are_ids() {
    assertThat(AuditDetails.checkedId("subject", "FP-7K3M-Q2XD")).isEqualTo("FP-7K3M-Q2XD");
    assertThatThrownBy(() -> AuditDetails.checkedId("subject", "Glenys Parry"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AuditDetails.checkedId("subject", "glenys@example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AuditDetails.checkedId("subject", null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
