package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.outcome.Measure.Band;
import org.fingerpost.outcome.Measure.Better;
import org.fingerpost.outcome.Measure.Item;
import org.fingerpost.outcome.Measure.Licence;
import org.fingerpost.outcome.Measure.LicenceState;
import org.fingerpost.outcome.Measure.Scoring;
import org.fingerpost.platform.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasureTest {

  private static final MeasureLibrary SHIPPED = MeasureLibrary.shipped();
  private static final Measure ONS4 = SHIPPED.current("ons4").orElseThrow();

  @Test
  void ONS4_asks_four_questions_in_two_languages_and_names_its_source_and_licence() {
    assertThat(ONS4.items())
        .extracting(Item::id)
        .containsExactly("lifeSatisfaction", "worthwhile", "happyYesterday", "anxiousYesterday");
    assertThat(ONS4.items())
        .allSatisfy(
            item -> {
              assertThat(item.wording(Language.EN)).isNotBlank();
              assertThat(item.wording(Language.CY)).isNotBlank().isNotEqualTo(item.wording(Language.EN));
              assertThat(item.ends(Language.CY)).isNotBlank();
            });
    assertThat(ONS4.source()).contains("Office for National Statistics");
    assertThat(ONS4.licence().state()).isEqualTo(LicenceState.FREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold-conversation", "record-outcome"})
  void the_forms_ask_ONS4_in_the_words_of_the_measure(String form) throws IOException {
    var components = components(form);

    for (var item : ONS4.items()) {
      assertThat(components.get(item.id()).get("label").asText())
          .as("label of %s in form %s", item.id(), form)
          .contains('"' + item.wording(Language.EN) + '"')
          .contains('"' + item.wording(Language.CY) + '"');
      assertThat(components.get(item.id()).get("description").asText())
          .as("description of %s in form %s", item.id(), form)
          .contains('"' + item.ends(Language.EN) + '"')
          .contains('"' + item.ends(Language.CY) + '"');
    }
  }

  private static Map<String, JsonNode> components(String form) throws IOException {
    var json = new ObjectMapper().readTree(new ClassPathResource("models/forms/" + form + ".form").getInputStream());
    var byKey = new HashMap<String, JsonNode>();
    json.get("components").forEach(c -> byKey.put(c.path("key").asText(), c));
    return byKey;
  }

  @Test
  void a_score_that_no_band_holds_is_refused_when_the_measure_is_read() {
    assertThatThrownBy(() -> measure(new Band("LOW", 0, 4), new Band("HIGH", 6, 10)))
        .hasMessageContaining("score 5 lies in 0 bands");
  }

  @Test
  void a_score_that_two_bands_hold_is_refused_when_the_measure_is_read() {
    assertThatThrownBy(() -> measure(new Band("LOW", 0, 5), new Band("HIGH", 5, 10)))
        .hasMessageContaining("score 5 lies in 2 bands");
  }

  private static Measure measure(Band... bands) {
    return new Measure(
        "mood",
        "1",
        Map.of("en", "Mood"),
        "Invented",
        new Licence(LicenceState.FREE, "none"),
        null,
        Scoring.each(),
        0,
        10,
        List.of(),
        List.of(new Item("mood", Better.HIGHER, null, Map.of(), Map.of(), List.of(bands))));
  }
}
