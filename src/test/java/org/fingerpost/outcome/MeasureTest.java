package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void the_conversation_asks_every_other_shipped_measure_in_its_own_words_too() throws IOException {
    var components = components("hold-conversation");
    for (String id : List.of("arts-on-prescription", "ucla3")) {
      for (var item : SHIPPED.current(id).orElseThrow().items()) {
        var field = components.get(item.id());
        assertThat(field.get("label").asText())
            .contains('"' + item.wording(Language.EN) + '"')
            .contains('"' + item.wording(Language.CY) + '"');
        assertThat(field.get("conditional").get("hide").asText()).isEqualTo("=" + item.id() + "Asked != true");
        if (item.ends() != null) {
          assertThat(field.get("description").asText())
              .contains('"' + item.ends(Language.EN) + '"')
              .contains('"' + item.ends(Language.CY) + '"');
        }
      }
    }
  }

  // ---- licences

  @Test
  void a_measure_that_needs_a_licence_is_described_but_ships_without_a_word_of_its_questions() {
    var swemwbs = SHIPPED.current("swemwbs").orElseThrow();

    assertThat(swemwbs.licence().state()).isEqualTo(LicenceState.LICENCE_NEEDED);
    assertThat(swemwbs.items()).hasSize(7).allSatisfy(item -> assertThat(item.wording()).isNull());
    assertThat(swemwbs.worded()).isFalse();
  }

  @Test
  void every_free_measure_says_whose_it_is_and_on_which_terms_in_both_languages() {
    assertThat(SHIPPED.all())
        .filteredOn(measure -> measure.licence().state() == LicenceState.FREE)
        .extracting(Measure::id)
        .containsExactly("arts-on-prescription", "ons4", "ucla3");
    assertThat(SHIPPED.all())
        .allSatisfy(
            measure -> {
              assertThat(measure.source()).isNotBlank();
              assertThat(measure.licence().terms()).isNotBlank();
              assertThat(measure.name(Language.CY)).isNotBlank().isNotEqualTo(measure.name(Language.EN));
            });
  }

  @Test
  void the_holder_of_a_licence_brings_the_words_in_a_folder_of_their_own(@TempDir Path folder) throws IOException {
    try (var described = new ClassPathResource("measures/swemwbs.yaml").getInputStream()) {
      var text = new String(described.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("swemwbs.yaml"),
          text.replaceAll("better: HIGHER}", "better: HIGHER, wording: {en: Licensed words, cy: Geiriau trwyddedig}}"));
    }

    assertThat(MeasureLibrary.with(folder).current("swemwbs").orElseThrow().worded()).isTrue();
  }

  // ---- versions

  @Test
  void an_earlier_version_stays_readable_by_its_own_bands(@TempDir Path folder) throws IOException {
    try (var today = new ClassPathResource("measures/ons4.yaml").getInputStream()) {
      var text = new String(today.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("ons4.2011-04.yaml"),
          text.replace("2019-04\"", "2011-04\"")
              .replaceFirst("LOW, from: 0, to: 4", "LOW, from: 0, to: 5")
              .replaceFirst("MEDIUM, from: 5, to: 6", "MEDIUM, from: 6, to: 6"));
    }
    var library = MeasureLibrary.with(folder);

    assertThat(library.current("ons4").orElseThrow().version()).isEqualTo("2019-04");
    assertThat(library.version("ons4", "2011-04").item("lifeSatisfaction").band(5)).isEqualTo("LOW");
    assertThat(library.version("ons4", "2019-04").item("lifeSatisfaction").band(5)).isEqualTo("MEDIUM");
    assertThatThrownBy(() -> library.version("ons4", "1066")).hasMessageContaining("put measures/ons4.1066.yaml back");
  }

  @Test
  void a_file_that_is_not_called_like_its_measure_is_refused(@TempDir Path folder) throws IOException {
    try (var today = new ClassPathResource("measures/ons4.yaml").getInputStream()) {
      Files.write(folder.resolve("wellbeing.yaml"), today.readAllBytes());
    }
    assertThatThrownBy(() -> MeasureLibrary.with(folder)).hasMessageContaining("ons4.yaml");
  }

  // ---- ages

  @Test
  void children_are_not_asked_about_anxiety_and_small_children_not_at_all() {
    assertThat(ONS4.askedAt(16).orElseThrow().items()).hasSize(4);
    assertThat(ONS4.askedAt(15).orElseThrow().items())
        .extracting(Item::id)
        .containsExactly("lifeSatisfaction", "worthwhile", "happyYesterday");
    assertThat(ONS4.askedAt(9)).isEmpty();
    assertThat(ONS4.dependsOnAgeFrom(18)).isFalse();
    assertThat(ONS4.dependsOnAgeFrom(8)).isTrue();
  }

  @Test
  void a_measure_that_is_summed_cannot_be_asked_in_part() {
    var measure = SHIPPED.current("ucla3").orElseThrow();
    var items =
        List.of(measure.items().get(0), new Item("older", Better.LOWER, 18, Map.of("en", "a", "cy", "b"), null, null));

    assertThatThrownBy(
            () ->
                new Measure(
                    "x", "1", Map.of(), "", measure.licence(), null, measure.scoring(), 1, 3, measure.options(), items))
        .hasMessageContaining("nobody can be asked a part of it");
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
