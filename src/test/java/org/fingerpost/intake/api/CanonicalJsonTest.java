package org.fingerpost.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalJsonTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void order_of_fields_and_spaces_do_not_matter() throws Exception {
    assertThat(hash("{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": null}}"))
        .isEqualTo(hash("{\"b\":{\"d\":null,\"c\":[1,2]},\"a\":1}"));
  }

  @Test
  void order_in_lists_values_and_kinds_of_value_matter() throws Exception {
    assertThat(hash("{\"a\":[1,2]}")).isNotEqualTo(hash("{\"a\":[2,1]}"));
    assertThat(hash("{\"a\":1}")).isNotEqualTo(hash("{\"a\":\"1\"}"));
    assertThat(hash("{\"a\":null}")).isNotEqualTo(hash("{}"));
  }

  @Test
  void punctuation_in_texts_cannot_pass_for_structure() throws Exception {
    assertThat(hash("{\"a\":\"1,\\\"b\\\":2\"}")).isNotEqualTo(hash("{\"a\":1,\"b\":2}"));
    assertThat(hash("{\"a\\\":1,\\\"b\":2}")).isNotEqualTo(hash("{\"a\":1,\"b\":2}"));
  }

  private String hash(String text) throws Exception {
    return CanonicalJson.hash(json.readTree(text));
  }
}
